// Opened straight from disk, a link to a folder shows its listing: name the page in it.
(function () {
  "use strict";
  if (location.protocol !== "file:") return;
  document.addEventListener("DOMContentLoaded", function () {
    document.querySelectorAll("a[href]").forEach(function (link) {
      var found = /^([^?#]*)(.*)$/.exec(link.getAttribute("href"));
      if (/^[a-z][a-z0-9+.-]*:/i.test(found[1])) return;
      if (/(^|\/)\.{0,2}$/.test(found[1]) && found[1] !== "") {
        link.setAttribute("href", found[1].replace(/\/?$/, "/") + "index.html" + found[2]);
      }
    });
  });
})();
