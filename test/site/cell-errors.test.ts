import {expect, test} from "vitest";
import {cellErrors} from "../../lib/site/cell-errors.js";

test("a cell that does not parse is told in the words that the page shows", () => {
  const body = `<p>observablehq--error</p>
<div class="observablehq observablehq--block">
  <div class="observablehq--inspect observablehq--error">SyntaxError: Unexpected keyword &#x27;const&#x27; (1:6) &lt;</div>
</div>`;
  expect(cellErrors(body)).toEqual(["SyntaxError: Unexpected keyword 'const' (1:6) <"]);
});

test("a page whose cells parse has none", () => {
  expect(cellErrors('<div class="observablehq observablehq--block"><!--:1:--></div>')).toEqual([]);
});
