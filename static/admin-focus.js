// On a new row's form, start in its first text field: Django would start at the save button above it.
"use strict";
window.addEventListener("load", () => {
  if (!document.getElementById("django-admin-form-add-constants")) return;
  if (document.activeElement?.closest(".submit-row, .field-debate, .by-default") === null) return;
  document.querySelector("form .form-row:not(.field-debate) :is(input, select, textarea):enabled")?.focus();
});
