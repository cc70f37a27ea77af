// One key for each action: whatever carries data-key is clicked, or focused if it takes text.
// Silent while typing, in an open dialog, with modifier keys, and when the reader has turned single keys off.
"use strict";

(function () {
  let leaving = false;
  document.documentElement.classList.add("scripted");

  function isTyping(target) {
    return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && target.type !== "radio" && target.type !== "checkbox";
  }

  function moveInList(step) {
    const links = Array.from(document.querySelectorAll(".item .main"));
    const at = links.indexOf(document.activeElement);
    const to = links[at < 0 ? (step > 0 ? 0 : links.length - 1) : at + step];
    if (to) to.focus();
    return Boolean(to);
  }

  function act(element) {
    if (element.matches("input, textarea, [tabindex='-1']")) {
      element.focus();
      element.scrollIntoView({ block: "center" });
      return;
    }
    if (element.tagName === "SUMMARY") {
      element.parentElement.open = true;
      const field = element.parentElement.querySelector("[data-first], textarea");
      (field || element).focus();
      return;
    }
    leaving = element.matches("a[href], button:not([popovertarget])");
    element.click();
  }

  function send(event) {
    const form = event.target.closest("form[data-submit]");
    if (!form || leaving) return;
    event.preventDefault();
    form.requestSubmit();
  }

  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && isTyping(event.target)) {
      event.target.blur();
      return;
    }
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) return send(event);
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing || leaving) return;
    if (document.body.dataset.keys === "off" || isTyping(event.target)) return;
    const help = document.querySelector("[popover]:popover-open");
    if (help && event.key !== "?") return;
    if (event.key.length !== 1 || event.key === " ") return;
    const element = document.querySelector('[data-key="' + CSS.escape(event.key) + '"]');
    if (element) {
      event.preventDefault();
      act(element);
    } else if (event.key === "j" || event.key === "k") {
      if (moveInList(event.key === "j" ? 1 : -1)) event.preventDefault();
    }
  });

  window.addEventListener("pageshow", function () { leaving = false; });
  document.addEventListener("submit", function () { leaving = true; });
})();
