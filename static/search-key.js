// The key "/" leads to the search box, from anywhere but where one writes.
(function () {
  "use strict";
  document.addEventListener("keydown", function (event) {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
    var at = event.target;
    if (at.isContentEditable || /^(input|textarea|select)$/i.test(at.tagName)) return;
    var found = Array.prototype.find.call(document.querySelectorAll("input[type=search], .find-link"), function (each) {
      return each.getClientRects().length > 0;
    });
    if (!found) return;
    event.preventDefault();
    if (found.tagName === "A") { found.click(); return; }
    found.focus();
    found.select();
  });
})();
