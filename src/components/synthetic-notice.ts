/** The id of this project's synthetic session; no published session has it. */
const syntheticSessionId = 700000001;

/** Whether a session is this project's synthetic one. */
export function isSynthetic(sessionId: number | string): boolean {
  return Number(sessionId) === syntheticSessionId;
}

/** Says on a page that its session is synthetic, or which published session it is. */
export function syntheticNotice(sessionId: number | string): HTMLElement {
  const notice = document.createElement("p");
  notice.className = "synthetic";
  const text = document.createElement("span");
  notice.append(text);
  if (isSynthetic(sessionId)) {
    const strong = document.createElement("strong");
    strong.textContent = "This session is synthetic.";
    text.append(strong, " It was made from a model, not measured in a brain.");
  } else text.append(`Session ${sessionId}.`);
  return notice;
}
