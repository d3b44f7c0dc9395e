"""The gate in Superdesk: errors block publishing, warnings have to be confirmed.

Put this file into the newsroom's own module and name it in INSTALLED_APPS of
settings.py. Settings:

    CROSSCHECK_URL = 'https://gate.example'   # without /v1/gate
    CROSSCHECK_TOKEN = 'ck_...'               # checks: an account with the role reviewer
    CROSSCHECK_EDITORS = {'ada': 'ck_...'}    # overrides: by Superdesk user name, each with
                                              # the token of an adjudicator or admin
    CROSSCHECK_REASON = 'crosscheck_reason'   # a text field of the content profile (item.extra)

An editor who publishes in spite of warnings says why in that field and confirms:
the confirmation becomes an override under the editor's own name.
"""

import json
import logging

import requests

from flask import current_app as app, request
from superdesk.signals import item_validate

try:
    from superdesk.validation import ValidationError
except ImportError:  # before Superdesk 2.0
    from eve.validation import ValidationError

logger = logging.getLogger(__name__)

# The gate answers within its policy's budget; this is for a network that does not.
TIMEOUT = 30  # seconds

# What publishes. The same signal is sent when the editor is only asked for what is
# missing: nothing can be confirmed there.
PUBLISHES = ('/archive/publish', '/archive/correct', '/archive_publish', '/archive_correct')


def call(token, path, body, key=None):
    """Send JSON to the gate; whatever goes wrong raises."""
    headers = {'Authorization': 'Bearer ' + token}
    if key:
        headers['Idempotency-Key'] = key
    got = requests.post(app.config['CROSSCHECK_URL'] + path, json=body, headers=headers, timeout=TIMEOUT)
    answer = got.json()
    if got.status_code != 200:
        raise RuntimeError('%s %s' % (got.status_code, answer.get('code')))
    return answer


def draft(item):
    """The item as ninjs 1, which is what Superdesk's own fields are called after."""
    fields = {name: item[name] for name in ('guid', 'headline', 'byline', 'body_html') if item.get(name)}
    if item.get('abstract'):
        fields['description_html'] = item['abstract']
    return fields


def told(reason):
    return '%s %s (%s)' % (reason['what'], reason['do'], reason['code'])


def validate(sender, item, response, error_fields, **kwargs):
    if item.get('type') != 'text' or not app.config.get('CROSSCHECK_URL'):
        return
    try:
        answer = call(app.config['CROSSCHECK_TOKEN'], '/v1/gate', draft(item))
    except Exception as e:  # a gate that cannot be reached holds, as its policy does
        logger.error('crosscheck: %s', type(e).__name__)
        response.append('The gate could not be asked whether this may run. Try again, or ask the desk.')
        return
    response.extend(told(r) for r in answer['errors'])
    if answer['errors'] or not answer['warnings'] or answer['override']:
        return
    if request and any(p in request.path for p in PUBLISHES):
        confirm(item, answer, response)


def confirm(item, answer, response):
    """Ask for a confirmation, or record it."""
    if request.args.get('publishing_warnings_confirmed', 'false').lower() != 'true':
        warnings = [told(r) for r in answer['warnings']] + ['Publish all the same? Your reason is recorded under your name.']
        raise ValidationError(json.dumps({'warnings': warnings}))
    from flask import g
    user = (getattr(g, 'user', None) or {}).get('username')
    token = app.config.get('CROSSCHECK_EDITORS', {}).get(user)
    reason = (item.get('extra') or {}).get(app.config.get('CROSSCHECK_REASON', 'crosscheck_reason'))
    if not token:
        response.append('You may not override the gate. Ask an editor who may.')
    elif not reason:
        response.append('Say in the field for the gate why this may run in spite of its warnings.')
    else:
        try:
            call(token, '/v1/gate/%s/override' % answer['id'], {'check': answer['check'], 'reason': reason}, key=answer['check'])
        except Exception as e:
            logger.error('crosscheck: %s', e if isinstance(e, RuntimeError) else type(e).__name__)
            response.append('The override was not recorded. Check the article again.')


def init_app(app):
    item_validate.connect(validate)
