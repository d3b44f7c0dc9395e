'use strict';
// The gate in Arc XP: an asynchronous IFX handler (src/eventsHandlers/) that asks the
// gate about a story and puts what it says into the story's own data, where a rule of
// the Validation Rules API finds it. Secrets of the integration: CROSSCHECK_URL,
// CROSSCHECK_TOKEN.

// The elements of ANS that have text of the story's own.
const TEXT = { text: 1, header: 1, quote: 1, list: 1, blockquote: 1 };

/** The words of an element; a list and a quote have elements of their own. */
const words = (e) =>
  (TEXT[e.type] ? e.content || '' : '') +
  [].concat(e.items || [], e.content_elements || []).map((x) => '<p>' + words(x) + '</p>').join('');

/** A story in ANS as the gate takes it. */
const draftOf = (ans) => ({
  id: ans._id,
  title: (ans.headlines || {}).basic || '',
  summary: (ans.description || {}).basic || (ans.subheadlines || {}).basic || '',
  date: (ans.display_date || ans.first_publish_date || '').slice(0, 10),
  url: ans.canonical_url || '',
  body_html: (ans.content_elements || []).map((e) => '<p>' + words(e) + '</p>').join('\n'),
});

/** Asks the gate. Whatever goes wrong holds the story, as the gate's policy does. */
async function ask(ans) {
  try {
    const got = await fetch(process.env.CROSSCHECK_URL + '/v1/gate', {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(30000),
      headers: { 'Content-Type': 'application/json', Authorization: 'Bearer ' + process.env.CROSSCHECK_TOKEN },
      body: JSON.stringify(draftOf(ans)),
    });
    const a = await got.json();
    if (got.status !== 200) throw new Error(a.code);
    const codes = (list) => list.map((r) => r.code);
    return { decision: a.decision, id: a.id, check: a.check, errors: codes(a.errors), warnings: a.override ? [] : codes(a.warnings) };
  } catch (e) {
    console.error('crosscheck: the gate was not asked'); // e may hold words of the story
    return { decision: 'unjudged', id: '', check: '', errors: ['could-not-judge'], warnings: [] };
  }
}

/** What is stored already; a story whose verdict stays the same is not saved again, else
 *  our own saving would be the next story:update, without an end. */
const stored = (ans) => JSON.stringify((ans.additional_properties || {}).crosscheck || null);

module.exports = async (event, save) => {
  const ans = event.body || {};
  if (ans.type !== 'story') return { asked: false };
  const verdict = await ask(ans);
  if (save && JSON.stringify(verdict) !== stored(ans)) {
    // save: the newsroom's own function over the Draft API, which writes
    // additional_properties.crosscheck into the story's draft.
    await save(ans._id, verdict);
  }
  return { asked: true, verdict };
};
module.exports.draftOf = draftOf;
