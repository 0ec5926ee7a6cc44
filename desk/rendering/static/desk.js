// Keys, filters that apply at once, and verdicts without loading the page again. Everything here also works without.
"use strict";

(() => {
  const pairs = () => [...document.querySelectorAll(".pair")];
  const notice = document.getElementById("notice");
  const given = []; // the lines with a verdict of this page, the last one at the end
  const place = `line ${location.pathname}${location.search}`;
  let current = -1;
  let sending = Promise.resolve(); // verdicts are sent one after the other, in the order in which they were given

  for (const form of document.querySelectorAll("form[data-autosubmit]")) {
    form.addEventListener("change", () => form.requestSubmit());
    form.addEventListener("submit", () => {
      for (const field of form.elements) if (field.value === "") field.disabled = true; // keeps the address short
    });
    window.addEventListener("pageshow", () => { // the browser may come back to the page as it was left
      for (const field of form.elements) field.disabled = false;
    });
  }
  function showKeys(isShown) {
    for (const line of document.querySelectorAll("[data-keys]")) line.hidden = !isShown;
  }
  showKeys(localStorage.getItem("keys") !== "hidden");

  for (const button of document.querySelectorAll("button[data-copy]")) {
    button.hidden = !navigator.clipboard; // there is none over plain HTTP on another host
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
      button.textContent = "copied";
    });
  }

  function select(index) {
    const all = pairs();
    if (all.length === 0) return;
    if (all[current]) all[current].classList.remove("current");
    current = Math.max(0, Math.min(index, all.length - 1));
    const pair = all[current];
    pair.classList.add("current");
    pair.tabIndex = -1;
    pair.focus({ preventScroll: true });
    pair.scrollIntoView({ block: "nearest" });
    sessionStorage.setItem(place, pair.dataset.open);
  }

  // Who comes back from an article goes on at the same line.
  const [navigation] = performance.getEntriesByType("navigation");
  if (navigation && navigation.type === "back_forward") {
    const index = pairs().findIndex((pair) => pair.dataset.open === sessionStorage.getItem(place));
    if (index >= 0) select(index);
  }

  function announce(text) {
    if (notice) notice.textContent = text;
  }

  async function post(form, verdict) {
    const fields = new URLSearchParams(new FormData(form));
    fields.set("verdict", verdict);
    try {
      return await fetch(form.action, {
        method: "POST", body: fields, headers: { Accept: "application/json" }, redirect: "error", keepalive: true,
      });
    } catch {
      throw new Error("the desk does not answer; try again, or load the page to see what is stored");
    }
  }

  // A new session, opened in another tab, has another token for forms.
  async function renewTokens() {
    const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
    const token = page.querySelector("input[name=form_token]");
    if (!token) return;
    for (const field of document.querySelectorAll("input[name=form_token]")) field.value = token.value;
  }

  async function send(form, verdict) {
    let answer = await post(form, verdict);
    if (answer.status === 403) {
      await renewTokens();
      answer = await post(form, verdict);
    }
    if (answer.ok) return answer.json();
    if (answer.status === 401) throw new Error("the session has ended: open the printed address in another tab, then repeat");
    const { message } = await answer.json().catch(() => ({}));
    throw new Error(message || `answer ${answer.status}`);
  }

  function show(pair, verdict) {
    const isOpen = verdict === "undo";
    pair.classList.toggle("judged", !isOpen);
    for (const button of pair.querySelectorAll("form.verdict button[value]")) {
      if (button.value === "undo") button.hidden = isOpen;
      else if (button.value === verdict) button.setAttribute("aria-pressed", "true");
      else button.removeAttribute("aria-pressed");
    }
  }

  async function store(pair, form, verdict) {
    const name = pair.querySelector(".chip").textContent.trim();
    const late = setTimeout(() => announce(`${name}: waits for the database …`), 1000);
    try {
      const answer = await send(form, verdict);
      const hits = `${answer.hits} ${answer.hits === 1 ? "hit" : "hits"}`;
      show(pair, verdict);
      if (verdict === "undo") announce(`${name} is open again (${hits}).`);
      else announce(`${name}: ${answer.verdict} in this story (${hits}). u takes it back.`);
    } catch (error) {
      if (given.includes(pair)) given.splice(given.lastIndexOf(pair), 1);
      select(pairs().indexOf(pair));
      announce(`${name}: not stored, ${error.message}`);
    } finally {
      clearTimeout(late);
      if (form.dataset.wanted === verdict) delete form.dataset.wanted;
    }
  }

  function judge(pair, verdict) {
    const form = pair.querySelector("form.verdict");
    if (!form || form.dataset.wanted === verdict) return; // pressed twice
    form.dataset.wanted = verdict;
    if (verdict !== "undo") given.push(pair);
    sending = sending.then(() => store(pair, form, verdict));
  }

  document.addEventListener("submit", (event) => {
    const form = event.target;
    const pair = form.closest(".pair");
    if (!form.matches("form.verdict") || !pair) return;
    event.preventDefault();
    if (event.submitter && event.submitter.value) judge(pair, event.submitter.value);
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.matches("input:not([type=checkbox]), textarea, select")) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    const pair = pairs()[current];
    const original = document.querySelector(".links a[rel~=external]");
    const verdict = { c: "confirm", d: "dismiss", s: "suppress", z: "snooze" }[event.key];
    if (event.key === "j") select(current + 1);
    else if (event.key === "k") select(current - 1);
    else if (event.key === "v" && original) window.open(original.href, "_blank", "noopener");
    else if (event.key === "?") {
      const isHidden = localStorage.getItem("keys") === "hidden";
      localStorage.setItem("keys", isHidden ? "shown" : "hidden");
      showKeys(isHidden);
    } else if (event.key === "Enter" && pair && event.target === pair) location.assign(pair.dataset.open);
    else if (verdict && pair) {
      if (!event.repeat) { // a key that is held down judges one line
        judge(pair, verdict);
        select(current + 1);
      }
    } else if (event.key === "u") {
      const last = given.pop() || (pair && pair.classList.contains("judged") ? pair : null);
      if (last) {
        judge(last, "undo");
        select(pairs().indexOf(last));
      }
    } else if (event.key === "n" && pair) pair.querySelector("input[name=note]").focus();
    else return;
    event.preventDefault();
  });
})();
