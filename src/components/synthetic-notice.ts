/** The id of this project's synthetic session; no published session has it. */
const SYNTHETIC_SESSION_ID = 700000001;

/** Whether a session is this project's synthetic one. */
export function isSynthetic(sessionId: number | string): boolean {
  return Number(sessionId) === SYNTHETIC_SESSION_ID;
}

/** Says on a page that its session is synthetic, or which published session it is. */
export function syntheticNotice(sessionId: number | string): HTMLElement {
  if (isSynthetic(sessionId))
    return noticeOf("This session is synthetic.", " It was made from a model, not measured in a brain.");
  return noticeOf("", `Session ${sessionId}.`);
}

/** Says on the page of the dataset that its sessions are synthetic. */
export function syntheticProjectNotice(count: number): HTMLElement {
  return noticeOf(`These ${count} sessions are synthetic.`, " They were made from a model, not measured in brains.");
}

function noticeOf(stressed: string, plain: string): HTMLElement {
  const notice = document.createElement("p");
  notice.className = "synthetic";
  const text = document.createElement("span");
  notice.append(text);
  if (stressed) {
    const strong = document.createElement("strong");
    strong.textContent = stressed;
    text.append(strong);
  }
  text.append(plain);
  return notice;
}
