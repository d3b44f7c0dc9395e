/* The gate in the block editor: a panel before publishing, and a lock while errors,
   or warnings that nobody has overridden, speak against the post. */
( function ( wp ) {
	'use strict';
	const { createElement: el, useEffect, useState, useCallback } = wp.element;
	const { useSelect, useDispatch } = wp.data;
	const { Button, Notice, Spinner, TextareaControl } = wp.components;
	const Panel = wp.editor.PluginPrePublishPanel;
	const LOCK = 'crosscheck';

	const mayRun = ( a ) => a && a.decision === 'publish' && ! a.errors.length && ( ! a.warnings.length || a.override );
	const send = ( path, data ) => wp.apiFetch( { path: '/crosscheck/v1/' + path, method: 'POST', data } );
	const lines = ( list, status ) =>
		list.map( ( r, i ) => el( Notice, { key: status + i, status, isDismissible: false }, r.what + ' ' + r.do ) );

	function Gate() {
		const post = useSelect( ( select ) => {
			const e = select( 'core/editor' );
			return {
				id: e.getCurrentPostId(),
				title: e.getEditedPostAttribute( 'title' ) || '',
				excerpt: e.getEditedPostAttribute( 'excerpt' ) || '',
				content: e.getEditedPostContent(),
				asks: e.isPublishSidebarOpened(),
			};
		}, [] );
		const { lockPostSaving, unlockPostSaving } = useDispatch( 'core/editor' );
		const [ answer, setAnswer ] = useState( null );
		const [ problem, setProblem ] = useState( '' );
		const [ reason, setReason ] = useState( '' );

		const check = useCallback( () => {
			setProblem( '' );
			setAnswer( null );
			lockPostSaving( LOCK );
			return send( 'check/' + post.id, post )
				.then( setAnswer )
				.catch( ( e ) => setProblem( e.message || 'The gate could not be asked.' ) );
		}, [ post.id, post.title, post.excerpt, post.content ] );

		useEffect( () => {
			if ( post.asks ) {
				check();
			} else {
				unlockPostSaving( LOCK ); // whoever goes on writing can save
			}
			return () => unlockPostSaving( LOCK );
		}, [ post.asks ] );

		useEffect( () => {
			if ( mayRun( answer ) ) {
				unlockPostSaving( LOCK );
			}
		}, [ answer ] );

		const override = () =>
			send( 'override/' + post.id, { draft: answer.id, check: answer.check, reason } )
				.then( check )
				.catch( ( e ) => setProblem( e.message || 'The override was not recorded.' ) );

		const body = [];
		if ( problem ) {
			body.push( el( Notice, { key: 'problem', status: 'error', isDismissible: false }, problem ) );
			body.push( el( Button, { key: 'again', variant: 'secondary', onClick: check }, 'Ask again' ) );
		} else if ( ! answer ) {
			body.push( el( Spinner, { key: 'wait' } ) );
		} else {
			body.push( ...lines( answer.errors, 'error' ), ...lines( answer.warnings, 'warning' ) );
			if ( answer.override ) {
				body.push( el( 'p', { key: 'by' }, 'Overridden by ' + answer.override.who + ': ' + answer.override.why ) );
			} else if ( answer.warnings.length && ! answer.errors.length ) {
				body.push(
					el( TextareaControl, { key: 'why', label: 'Why may it run all the same?', value: reason, onChange: setReason } ),
					el( Button, { key: 'override', variant: 'primary', disabled: ! reason.trim(), onClick: override }, 'Override under my name' )
				);
			} else if ( ! answer.errors.length ) {
				body.push( el( 'p', { key: 'ok' }, 'Nothing speaks against it.' ) );
			}
		}
		return el( Panel, { title: 'crosscheck', initialOpen: true }, body );
	}

	wp.plugins.registerPlugin( 'crosscheck-gate', { render: Gate } );
} )( window.wp );
