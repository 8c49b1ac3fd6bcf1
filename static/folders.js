// Opened straight from disk, a folder shows its listing: links, forms and pictures that lead to one name the page in it.
(function () {
  "use strict";
  if (location.protocol !== "file:") return;
  document.addEventListener("DOMContentLoaded", function () {
    ["a[href]", "form[action]", "[data-to]"].forEach(function (selector) {
      var name = /\[(.*)\]/.exec(selector)[1];
      document.querySelectorAll(selector).forEach(function (element) {
        var found = /^([^?#]*)(.*)$/.exec(element.getAttribute(name));
        if (/^[a-z][a-z0-9+.-]*:/i.test(found[1])) return;
        if (/(^|\/)\.{0,2}$/.test(found[1]) && found[1] !== "") {
          element.setAttribute(name, found[1].replace(/\/?$/, "/") + "index.html" + found[2]);
        }
      });
    });
  });
})();
