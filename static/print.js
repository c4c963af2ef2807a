// The button that prints, where there are scripts.

const button = document.getElementById("print-now");
if (button) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
