// Start where something is to be mended; on a new row's form, in its first text field: Django would start at the
// save button above it.
"use strict";
window.addEventListener("load", () => {
  const refused = document.querySelector("#content-main form [aria-invalid='true']:enabled");
  if (refused) return refused.focus();
  if (!document.getElementById("django-admin-form-add-constants")) return;
  if (document.activeElement?.closest(".submit-row, .field-debate, .by-default") === null) return;
  document.querySelector("form .form-row:not(.field-debate) :is(input, select, textarea):enabled")?.focus();
});
