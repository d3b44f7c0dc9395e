<?php
/**
 * Plugin Name: crosscheck gate
 * Description: Asks the gate before a post is published. Errors lock it; an editor may override warnings with a reason.
 * Version: 1.0
 * Requires at least: 6.6
 * Requires PHP: 7.4
 * License: MIT
 *
 * In wp-config.php:
 *
 *   define( 'CROSSCHECK_URL', 'https://gate.example' );   // without /v1/gate
 *   define( 'CROSSCHECK_TOKEN', 'ck_...' );               // checks: an account with the role reviewer
 *
 * An editor who may override has a token of his own (an account with the role
 * adjudicator or admin), which he enters in his profile.
 */

defined( 'ABSPATH' ) || exit;

const CROSSCHECK_META = 'crosscheck_token';

/** Sends JSON to the gate. Returns what it answered, or a WP_Error. */
function crosscheck_call( $token, $path, $body, $key = '' ) {
	$headers = array( 'Authorization' => 'Bearer ' . $token, 'Content-Type' => 'application/json' );
	if ( '' !== $key ) {
		$headers['Idempotency-Key'] = $key;
	}
	$got = wp_remote_post(
		CROSSCHECK_URL . $path,
		array( 'headers' => $headers, 'body' => wp_json_encode( $body ), 'timeout' => 30, 'redirection' => 0 )
	);
	if ( is_wp_error( $got ) ) {
		return new WP_Error( 'crosscheck_unreachable', 'The gate could not be reached.', array( 'status' => 503 ) );
	}
	$answer = json_decode( wp_remote_retrieve_body( $got ), true );
	if ( 200 !== wp_remote_retrieve_response_code( $got ) || ! is_array( $answer ) ) {
		$said = is_array( $answer ) && isset( $answer['title'] ) ? $answer['title'] . ' ' . $answer['do'] : 'The gate could not answer.';
		return new WP_Error( 'crosscheck_refused', $said, array( 'status' => 502 ) );
	}
	return $answer;
}

/** Checks a post as it stands in the editor. */
function crosscheck_check( $id, $title, $excerpt, $content ) {
	return crosscheck_call(
		CROSSCHECK_TOKEN,
		'/v1/gate',
		array(
			'id'        => home_url( '?p=' . (int) $id ),
			'title'     => wp_strip_all_tags( $title ),
			'summary'   => wp_strip_all_tags( $excerpt ),
			'body_html' => do_blocks( $content ),
		)
	);
}

/** Whether a post may run: no errors, and no warnings that nobody has overridden. */
function crosscheck_may_run( $answer ) {
	return ! $answer['errors'] && ( ! $answer['warnings'] || $answer['override'] ) && 'publish' === $answer['decision'];
}

add_action(
	'rest_api_init',
	function () {
		$may = function ( $request ) {
			return current_user_can( 'edit_post', (int) $request['id'] );
		};
		register_rest_route(
			'crosscheck/v1',
			'/check/(?P<id>\d+)',
			array(
				'methods'             => 'POST',
				'permission_callback' => $may,
				'callback'            => function ( $request ) {
					return crosscheck_check( $request['id'], (string) $request['title'], (string) $request['excerpt'], (string) $request['content'] );
				},
			)
		);
		register_rest_route(
			'crosscheck/v1',
			'/override/(?P<id>\d+)',
			array(
				'methods'             => 'POST',
				'permission_callback' => $may,
				'callback'            => function ( $request ) {
					$token = get_user_meta( get_current_user_id(), CROSSCHECK_META, true );
					if ( ! $token ) {
						return new WP_Error( 'crosscheck_no_token', 'You may not override the gate: your profile has no token for it.', array( 'status' => 403 ) );
					}
					if ( ! preg_match( '/^d_[0-9a-f]{32}$/', (string) $request['draft'] ) ) {
						return new WP_Error( 'crosscheck_no_draft', 'Check the post first.', array( 'status' => 400 ) );
					}
					$body = array( 'check' => (string) $request['check'], 'reason' => (string) $request['reason'] );
					return crosscheck_call( $token, '/v1/gate/' . $request['draft'] . '/override', $body );
				},
			)
		);
	}
);

/** The lock in the editor is a courtesy; this is the gate. */
function crosscheck_before_insert( $post, $request ) {
	if ( ! is_object( $post ) || ! isset( $post->post_status ) || ! in_array( $post->post_status, array( 'publish', 'future' ), true ) ) {
		return $post;
	}
	$old    = empty( $post->ID ) ? null : get_post( $post->ID );
	$answer = crosscheck_check(
		$old ? $old->ID : 0,
		isset( $post->post_title ) ? $post->post_title : ( $old ? $old->post_title : '' ),
		isset( $post->post_excerpt ) ? $post->post_excerpt : ( $old ? $old->post_excerpt : '' ),
		isset( $post->post_content ) ? $post->post_content : ( $old ? $old->post_content : '' )
	);
	if ( is_wp_error( $answer ) ) {
		return $answer;
	}
	if ( crosscheck_may_run( $answer ) ) {
		return $post;
	}
	$reasons = array_merge( $answer['errors'], $answer['warnings'] );
	return new WP_Error( 'crosscheck_held', 'The gate holds this post: ' . implode( ' ', wp_list_pluck( $reasons, 'what' ) ), array( 'status' => 409 ) );
}
add_filter( 'rest_pre_insert_post', 'crosscheck_before_insert', 10, 2 );

add_action(
	'enqueue_block_editor_assets',
	function () {
		wp_enqueue_script(
			'crosscheck-gate',
			plugins_url( 'crosscheck-gate.js', __FILE__ ),
			array( 'wp-api-fetch', 'wp-components', 'wp-data', 'wp-editor', 'wp-element', 'wp-plugins' ),
			'1.0',
			true
		);
	}
);

/** The editor's own token, in the profile. It is written, and never shown. */
function crosscheck_profile( $user ) {
	if ( ! current_user_can( 'edit_user', $user->ID ) ) {
		return;
	}
	wp_nonce_field( 'crosscheck_profile', 'crosscheck_nonce' );
	$has = get_user_meta( $user->ID, CROSSCHECK_META, true ) ? 'There is one; leave this empty to keep it.' : 'There is none.';
	echo '<h2>crosscheck</h2><table class="form-table"><tr><th><label for="crosscheck_token">Token for overrides</label></th><td>';
	echo '<input type="password" autocomplete="off" name="crosscheck_token" id="crosscheck_token"> ' . esc_html( $has ) . '</td></tr></table>';
}
add_action( 'show_user_profile', 'crosscheck_profile' );
add_action( 'edit_user_profile', 'crosscheck_profile' );

/** Keeps the token. */
function crosscheck_profile_save( $id ) {
	$sent = isset( $_POST['crosscheck_nonce'], $_POST['crosscheck_token'] ) && '' !== $_POST['crosscheck_token'];
	if ( ! $sent || ! current_user_can( 'edit_user', $id ) || ! wp_verify_nonce( sanitize_key( $_POST['crosscheck_nonce'] ), 'crosscheck_profile' ) ) {
		return;
	}
	update_user_meta( $id, CROSSCHECK_META, sanitize_text_field( wp_unslash( $_POST['crosscheck_token'] ) ) );
}
add_action( 'personal_options_update', 'crosscheck_profile_save' );
add_action( 'edit_user_profile_update', 'crosscheck_profile_save' );
