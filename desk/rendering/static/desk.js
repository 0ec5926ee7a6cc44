// Keys, filters that apply at once, and verdicts without loading the page again. Everything here also works without.
"use strict";

(() => {
  const pairs = () => [...document.querySelectorAll(".pair")];
  const notice = document.getElementById("notice");
  const given = []; // the verdicts of this page, the last one at the end
  let current = -1;

  for (const form of document.querySelectorAll("form[data-autosubmit]")) {
    form.addEventListener("change", () => form.requestSubmit());
    form.addEventListener("submit", () => {
      for (const field of form.elements) if (field.value === "") field.disabled = true; // keeps the address short
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
  }

  function announce(text) {
    if (notice) notice.textContent = text;
  }

  async function send(form, verdict) {
    const fields = new URLSearchParams(new FormData(form));
    fields.set("verdict", verdict);
    const answer = await fetch(form.action, {
      method: "POST", body: fields, headers: { Accept: "application/json" }, redirect: "error",
    });
    if (!answer.ok) throw new Error(answer.status === 401 ? "the session has ended: open the printed address again" : `answer ${answer.status}`);
    return answer.json();
  }

  function show(pair, verdict) {
    const isOpen = verdict === "undo";
    pair.classList.toggle("judged", !isOpen);
    for (const button of pair.querySelectorAll("form.verdict button")) {
      if (isOpen) button.removeAttribute("aria-pressed");
      else button.setAttribute("aria-pressed", String(button.value === verdict));
    }
  }

  async function judge(pair, verdict) {
    const form = pair.querySelector("form.verdict");
    if (!form || form.dataset.busy) return;
    form.dataset.busy = "yes";
    const name = pair.querySelector(".chip").textContent.trim();
    try {
      const answer = await send(form, verdict);
      const hits = `${answer.hits} ${answer.hits === 1 ? "hit" : "hits"}`;
      show(pair, verdict);
      if (verdict === "undo") announce(`${name} is open again (${hits}).`);
      else {
        given.push(pair);
        announce(`${name}: ${answer.verdict} in this story (${hits}). u takes it back.`);
      }
    } catch (error) {
      announce(`${name}: not stored, ${error.message}`);
    } finally {
      delete form.dataset.busy;
    }
  }

  document.addEventListener("submit", (event) => {
    const form = event.target;
    const pair = form.closest(".pair");
    if (!form.matches("form.verdict") || !pair) return;
    event.preventDefault();
    const button = event.submitter;
    if (!button || !button.value) return;
    judge(pair, button.value).then(() => { if (document.body.contains(notice)) return; location.reload(); });
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.matches("input[type=text], input[type=search], textarea, select");
    if (typing) {
      if (event.key === "Escape") event.target.blur();
      if (event.key === "Enter" && event.target.name === "note") event.preventDefault();
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
      judge(pair, verdict).then(() => { if (notice) select(current + 1); else location.reload(); });
    } else if (event.key === "u") {
      const last = given.pop() || (pair && pair.classList.contains("judged") ? pair : null);
      if (last) judge(last, "undo").then(() => { if (notice) select(pairs().indexOf(last)); else location.reload(); });
    } else if (event.key === "n" && pair) pair.querySelector("input[name=note]").focus();
    else return;
    event.preventDefault();
  });
})();
