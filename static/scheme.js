// Light or dark: as the system has it, or as the reader chose. Not deferred, so that no page shows in the other colours first.
(function () {
  "use strict";
  var KEY = "sitegen-scheme", root = document.documentElement, dark = matchMedia("(prefers-color-scheme: dark)");

  function system() { return dark.matches ? "dark" : "light"; }
  // Storage can be forbidden: the choice then lasts as long as the page.
  function stored() { try { return localStorage.getItem(KEY); } catch (_) { return null; } }
  function store(scheme) {
    try {
      if (scheme) localStorage.setItem(KEY, scheme); else localStorage.removeItem(KEY);
    } catch (_) { return; }
  }
  function wear(scheme) {
    if (scheme === "light" || scheme === "dark") root.dataset.scheme = scheme; else delete root.dataset.scheme;
  }
  wear(stored());

  document.addEventListener("DOMContentLoaded", function () {
    var head = document.querySelector(".masthead");
    if (!head) return;
    var button = document.createElement("button");
    button.type = "button";
    button.className = "scheme";
    function name() {
      var other = (root.dataset.scheme || system()) === "dark" ? "Light" : "Dark";
      button.textContent = other;
      button.setAttribute("aria-label", other + " colours");
    }
    button.addEventListener("click", function () {
      var chosen = (root.dataset.scheme || system()) === "dark" ? "light" : "dark";
      // Who is back at what the system has follows the system again.
      var kept = chosen === system() ? "" : chosen;
      wear(kept);
      store(kept);
      name();
    });
    dark.addEventListener("change", name);
    addEventListener("storage", function (event) { if (event.key === KEY) { wear(event.newValue); name(); } });
    addEventListener("pageshow", function (event) { if (event.persisted) { wear(stored()); name(); } });
    name();
    head.appendChild(button);
  });
})();
