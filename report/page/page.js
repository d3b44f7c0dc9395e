"use strict";
// Filters, searches and sorts the findings that are on the page, and moves among
// them by keys. It makes no markup of what articles bring: texts are only
// compared, and set as text. What is filtered stands in the address behind "#?",
// a single finding behind "#", so that both can be sent to somebody.
//
// Of many findings the first few hundred that fit are in the document, and more
// as one reads on: browsers lay out ten thousand anew at every turn.
(() => {
  const at = (id) => document.getElementById(id);
  const form = at("filters"), list = at("list"), outcome = at("outcome"), bar = at("outcome-bar");
  const keys = at("keys"), keysOn = at("keys-on"), pairButton = at("pair"), clearButton = at("clear");
  const more = at("more");
  const cards = [...list.children].map((node, rank) => ({ node, rank, text: "", fact: node.dataset }));
  const values = (text) => (text ? text.split("\n") : []);
  const fields = [...form.elements].filter((e) => e.name);
  let pair = null; // two sources or outlets, from a cell of a matrix
  let fitting = cards; // those that fit what is asked, in order
  let placed = cards.length; // how many of these are in the document
  let current = null; // the card that j and k count from
  const page = 200; // how many are placed at once

  const collator = new Intl.Collator("en");
  const fold = (s) => s.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[‘’]/g, "'").toLowerCase();
  const textOf = (card) => (card.text ||= fold(card.node.textContent));
  const within = (wanted, text) => fold(text).includes(fold(wanted));

  // What each field asks of a card; fields that are empty ask nothing.
  const asks = {
    q: (card, v) => v.split(" ").every((word) => textOf(card).includes(word)),
    relation: (card, v) => card.fact.relation === v,
    type: (card, v) => card.fact.type === v,
    score: (card, v) => Number(card.fact.score) >= Number(v),
    new: (card, v) => (card.fact.new === "yes") === (v === "yes"),
    outlet: (card, v) => values(card.fact.outlet).includes(v),
    speaker: (card, v) => values(card.fact.speaker).some((name) => within(v, name)),
    topic: (card, v) => within(v, card.fact.topic),
  };

  // Both sides' parties are in one attribute: source and outlet of either side.
  const between = (card, p) => {
    const [sa, oa, sb, ob] = values(card.fact.sources);
    const [a, b] = p.of === "source" ? [sa, sb] : [oa, ob];
    return (a === p.a && b === p.b) || (a === p.b && b === p.a);
  };

  const orders = {
    "": (x, y) => x.rank - y.rank,
    day: (x, y) => (x.fact.day < y.fact.day) - (x.fact.day > y.fact.day) || x.rank - y.rank,
    topic: (x, y) => collator.compare(x.fact.topic, y.fact.topic) || x.rank - y.rank,
    outlet: (x, y) => collator.compare(values(x.fact.sources)[1], values(y.fact.sources)[1]) || x.rank - y.rank,
  };

  const wanted = () =>
    fields.filter((e) => e.name !== "sort" && e.value.trim() !== "")
      .map((e) => [e.name, e.name === "q" ? fold(e.value.trim()).replace(/\s+/g, " ") : e.value.trim()]);

  // place puts cards into the document up to the nth that fits.
  function place(n) {
    const upTo = Math.min(n, fitting.length);
    list.append(...fitting.slice(placed, upTo).map((card) => card.node));
    placed = Math.max(placed, upTo);
    more.hidden = placed === fitting.length;
    more.textContent = `${(fitting.length - placed).toLocaleString("en")} more`;
  }

  function apply() {
    const asked = wanted();
    const order = at("sort");
    fitting = cards.filter((card) => asked.every(([name, v]) => asks[name](card, v)) && (!pair || between(card, pair)));
    if (order.value !== "") fitting.sort(orders[order.value] || orders[""]);
    list.replaceChildren();
    placed = 0;
    place(page);
    const all = cards.length.toLocaleString("en");
    const narrowed = asked.length > 0 || pair !== null;
    outcome.textContent = narrowed ? `${fitting.length.toLocaleString("en")} of ${all} findings` : `${all} ${cards.length === 1 ? "finding" : "findings"}`;
    at("findings-title").textContent = `All findings, ${order.selectedOptions[0].textContent}`;
    clearButton.hidden = !narrowed;
    pairButton.hidden = pair === null;
    if (pair) pairButton.textContent = pair.a === pair.b ? `${pair.a} against own words ×` : `${pair.a} against ${pair.b} ×`;
  }

  // The address keeps what is asked.
  function keep() {
    const params = new URLSearchParams();
    for (const e of fields) if (e.value.trim() !== "") params.set(e.name, e.value.trim());
    if (pair) for (const k of ["of", "a", "b"]) params.set(k, pair[k]);
    const hash = params.size > 0 ? `#?${params}` : "";
    if (hash === location.hash || (hash === "" && !location.hash.startsWith("#?"))) return;
    try {
      history.replaceState(null, "", hash || location.pathname + location.search);
    } catch {
      // a page without an address of its own
    }
  }

  // follow does what the address says.
  function follow() {
    const hash = location.hash;
    if (hash.startsWith("#?")) {
      const params = new URLSearchParams(hash.slice(2));
      for (const e of fields) e.value = params.get(e.name) || "";
      pair = params.has("of") ? { of: params.get("of"), a: params.get("a"), b: params.get("b") } : null;
      apply();
      return;
    }
    const folded = at(hash.slice(1))?.querySelector(":scope > details");
    if (folded) folded.open = true; // who goes there wants to read it
    const card = cards.find((c) => `#${c.node.id}` === hash);
    if (!card) return;
    current = card;
    if (card.node.isConnected) return;
    if (!fitting.includes(card)) clear();
    reveal(card);
  }

  // reveal goes to a card that fits.
  function reveal(card) {
    place(fitting.indexOf(card) + 1);
    card.node.scrollIntoView({ block: "start" });
  }

  function change() {
    apply();
    keep();
  }

  function clear() {
    for (const e of fields) if (e.name !== "sort") e.value = "";
    pair = null;
    change();
  }

  // show narrows the list down to one thing and goes there.
  function show(set) {
    for (const e of fields) if (e.name !== "sort") e.value = "";
    pair = null;
    set();
    change();
    at("findings").scrollIntoView();
    at("findings-title").focus({ preventScroll: true });
  }

  function step(by) {
    if (fitting.length === 0) return;
    const here = fitting.indexOf(current);
    const next = here < 0 ? (by > 0 ? 0 : placed - 1) : Math.min(Math.max(here + by, 0), fitting.length - 1);
    current = fitting[next];
    place(next + 1);
    current.node.focus({ preventScroll: true });
    reveal(current);
  }

  const typing = (e) => e.target.closest("input, select, textarea, dialog") !== null;

  function press(e) {
    if (e.key === "Escape" && e.target === at("q")) e.target.blur();
    if (e.ctrlKey || e.metaKey || e.altKey || !keysOn.checked || typing(e)) return;
    const act = {
      j: () => step(1),
      k: () => step(-1),
      "/": () => at("q").focus(),
      "?": () => keys.showModal(),
    }[e.key];
    if (!act) return;
    e.preventDefault();
    act();
  }

  function click(e) {
    const link = e.target.closest("a[data-of], a[data-pick]");
    if (!link || e.ctrlKey || e.metaKey || e.shiftKey) return;
    e.preventDefault();
    const d = link.dataset;
    show(() => {
      if (d.of) pair = { of: d.of, a: d.a, b: d.b };
      else at(d.pick).value = d.value;
    });
  }

  // later calls f once nothing has come for a moment: typing should not wait.
  const later = (f, wait) => {
    let timer = 0;
    return () => {
      clearTimeout(timer);
      timer = setTimeout(f, wait);
    };
  };

  const settled = 120; // milliseconds: shorter than a pause between two words
  form.addEventListener("input", (e) => (e.target.tagName === "INPUT" ? changeSoon() : change()));
  const changeSoon = later(change, settled);
  form.addEventListener("submit", (e) => e.preventDefault());
  clearButton.addEventListener("click", () => {
    clear();
    at("q").focus();
  });
  pairButton.addEventListener("click", () => {
    pair = null;
    change();
    at("q").focus();
  });
  at("keys-open").addEventListener("click", () => keys.showModal());
  at("keys-close").addEventListener("click", () => keys.close());
  list.addEventListener("focusin", (e) => {
    const node = e.target.closest(".finding");
    current = cards.find((c) => c.node === node) || current;
  });
  more.addEventListener("click", () => place(placed + page));
  new IntersectionObserver((seen) => seen.some((e) => e.isIntersecting) && place(placed + page), { rootMargin: "1500px" }).observe(more);
  addEventListener("beforeprint", () => place(fitting.length));
  document.addEventListener("keydown", press);
  document.addEventListener("click", click);
  addEventListener("hashchange", follow);

  // What is searched is folded while nobody waits.
  function prepare(from) {
    const idle = window.requestIdleCallback || ((f) => setTimeout(f, settled));
    const some = 50; // about a millisecond each
    for (const card of cards.slice(from, from + some)) textOf(card);
    if (from + some < cards.length) idle(() => prepare(from + some));
  }

  form.hidden = bar.hidden = false;
  apply();
  follow();
  prepare(0);
})();
