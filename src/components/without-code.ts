// Says on a page why nothing moves, when its code does not come: it was opened from a disk, or the connection was lost. A classic script
// within each page (observablehq.config.ts), as no module comes then.
const {classList} = document.documentElement;
classList.remove("without-code"); // of a built page; it stays where no script runs (lib/site/without-scripts.ts)

const fromDisk = location.protocol === "file:";
const words = fromDisk
  ? "This page was opened from a disk, where browsers load neither its code nor its data. In a terminal, in the folder that holds <code>index.html</code>, type <code>python3 -m http.server 8000</code> or <code>npx http-server -p 8000</code>. Then open <code>http://localhost:8000</code>."
  : 'The code of this page could not be loaded: the connection was lost, or the site has been built anew. <a href="">Try again</a>';

function tell(): void {
  if (classList.contains("without-code")) return;
  classList.add("without-code");
  const show = () => {
    const notice = document.createElement("div");
    notice.className = "fault";
    notice.role = "alert";
    notice.innerHTML = words;
    document.querySelector("main")?.prepend(notice);
  };
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", show);
  else show();
}

if (fromDisk) tell();
// A script that fails to load says so to itself only, which is heard on the way down.
addEventListener("error", ({target}) => target instanceof HTMLScriptElement && tell(), true);
