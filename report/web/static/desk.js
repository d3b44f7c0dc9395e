// The keys of the desk. Every key presses something that stands on the page and
// says so in data-key; without this file everything is there to be clicked.
"use strict";
(() => {
  let busy = false; // a request is under way: a key pressed meanwhile is not for the page that comes
  let last = null;  // the form and button that were sent last, to be sent again

  function occupy(on) {
    busy = on;
    document.documentElement.classList.toggle("busy", on);
  }

  const typing = el => el.closest("input:not([type=checkbox]), textarea, select, [contenteditable]") !== null;
  const shown = el => !el.disabled && el.getClientRects().length > 0;
  const named = key => [...document.querySelectorAll("[data-key]")].find(el => el.dataset.key.split(" ").includes(key) && shown(el));
  const help = () => document.getElementById("help");

  // Whoever dictates, or whose hands slip, turns the keys off (WCAG 2.2, 2.1.4).
  const keysOn = () => localStorage.getItem("crosscheck-keys") !== "off";

  function openHelp() {
    document.getElementById("keys-on").checked = keysOn();
    help().showModal();
    document.getElementById("help-title").focus();
  }

  function press(el) {
    if (el.matches("input, textarea")) {
      el.focus();
    } else {
      el.click();
    }
  }

  function inField(event) {
    if (event.key === "Escape") {
      event.target.blur();
    } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      const note = event.target.form && event.target.form.querySelector("[data-note]");
      if (note && event.target.value.trim() !== "" && !busy) {
        event.preventDefault();
        note.click();
      }
    }
  }

  document.addEventListener("keydown", event => {
    const alert = document.getElementById("alert");
    if (typing(event.target)) {
      inField(event);
      return;
    }
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || busy) {
      return;
    }
    if (help() && help().open) {
      if (event.key === "?") {
        help().close();
      }
      return; // Escape closes a dialog by itself
    }
    if (event.key === "Enter" && event.target.closest("a, button, summary")) {
      return; // what has the focus is meant
    }
    if (event.key === " " && event.target.closest("button, summary")) {
      return;
    }
    if (!keysOn()) {
      return;
    }
    if (event.key === "?" && help()) {
      event.preventDefault();
      openHelp();
      return;
    }
    if (event.key === "Enter" && alert && !alert.hidden) {
      event.preventDefault();
      again();
      return;
    }
    const el = named(event.key === " " ? "Space" : event.key);
    if (el) {
      event.preventDefault();
      press(el);
    }
  });

  // A verdict that did not arrive is said to be lost, and can be sent again: it
  // has its own number, so that it counts once however often it arrives.
  function again() {
    document.getElementById("alert").hidden = true;
    if (last && last.form.isConnected) {
      last.form.requestSubmit(last.by || undefined);
    }
  }

  document.addEventListener("submit", event => {
    if (busy) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    const form = event.target;
    if (form.method === "dialog") {
      return;
    }
    if (event.submitter && event.submitter.hasAttribute("data-note") && form.elements.why.value.trim() === "") {
      event.preventDefault();
      event.stopImmediatePropagation();
      form.elements.why.focus();
      return;
    }
    occupy(true);
    last = {form: form, by: event.submitter};
  }, true);
  document.addEventListener("click", event => {
    if (event.target.closest('a[href="/keys"]') && help()) {
      event.preventDefault();
      event.stopImmediatePropagation();
      openHelp();
    }
    if (event.target.id === "again") {
      again();
    }
  }, true);
  document.addEventListener("change", event => {
    if (event.target.id === "keys-on") {
      localStorage.setItem("crosscheck-keys", event.target.checked ? "on" : "off");
    }
    if (event.target.matches(".filters select") && event.target.form.method === "get") {
      event.target.form.requestSubmit();
    }
  });
  document.addEventListener("htmx:error", () => {
    occupy(false);
    if (last && last.form.isConnected && last.form.method === "post") {
      document.getElementById("alert").hidden = false;
      document.getElementById("again").focus();
    }
  });
  document.addEventListener("htmx:before:request", () => occupy(true)); // for links, too
  document.addEventListener("htmx:finally:request", () => occupy(false));
  document.addEventListener("htmx:after:swap", () => {
    const open = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (open) {
      open.scrollIntoView({block: "center"});
    } else {
      window.scrollTo(0, 0);
    }
    const main = document.getElementById("main");
    if (main) {
      main.focus({preventScroll: true});
    }
  });
  window.addEventListener("pageshow", () => occupy(false));
  occupy(false);
})();
