import * as Plot from "@observablehq/plot";
import {create} from "d3";
import {bottomAxis} from "../axes/bottom-axis.js";
import {columnsOf, withData} from "../frame/figure-data.js";
import type {FigureText} from "../frame/figure-frame.js";
import {plotFigure} from "../frame/plot-figure.js";

/** An ellipse fitted to a part of the eye: its centre and whole axes in camera pixels, and its turn in radians. */
export interface EllipseFit {
  /** The centre, in camera pixels from the left. */
  center_x: number;
  /** The centre, in camera pixels from the top. */
  center_y: number;
  /** One whole axis, in camera pixels. */
  width: number;
  /** The other whole axis, in camera pixels. */
  height: number;
  /** How far it is turned, in radians. */
  phi: number;
}

/** What was fitted in one frame of the eye camera; NaN where a fit failed. */
export interface EyeFits {
  /** The eye's opening. */
  eye: EllipseFit;
  /** The pupil. */
  pupil: EllipseFit;
  /** The light of the lamp on the cornea. */
  corneal_reflection: EllipseFit;
}

/** How the ellipses are drawn. */
export interface EyeEllipsesOptions extends FigureText {
  /** The side of the square figure, in pixels. */
  width: number;
  /** Told of keys that are pressed while the figure has the focus. */
  onKey?: (event: KeyboardEvent) => void;
}

/** A figure that shows one frame at a time. */
export interface EyeEllipses extends HTMLDivElement {
  /** Draws the fits of a frame, and writes a line about them. */
  show(fits: EyeFits, words: string): void;
}

/** The camera's picture as far as it is shown, in its pixels; the tutorial's own limits. */
const SIDE = 480;

/** The parts from the back to the front, each filled as it looks to the camera: grey lid opening, black pupil, glint. */
const PARTS = [
  ["eye", "#9a9a9a", "none"],
  ["pupil", "#141414", "#d0d0d0"],
  ["corneal_reflection", "#ffffff", "#141414"]
] as const;

/**
 * The eye as the camera sees it, y counted downwards: ellipses of the eye's opening, the pupil and the corneal reflection.
 *
 * @example
 * const fit = {center_x: 300, center_y: 220, width: 90, height: 80, phi: 0.1};
 * const figure = eyeEllipses({width: 320, ariaLabel: "The eye"});
 * figure.show({eye: fit, pupil: fit, corneal_reflection: fit}, "at 12.5 s");
 */
export function eyeEllipses(options: EyeEllipsesOptions): EyeEllipses {
  const margin = {left: 42, right: 12, top: 28, bottom: 40};
  const width = Math.max(240, Math.floor(options.width));
  const height = width - margin.left - margin.right + margin.top + margin.bottom;
  const text = {...options, hint: options.hint ?? "\u00a0"};
  const {plot, frame} = plotFigure(text, {
    width,
    height,
    margin,
    x: {domain: [0, SIDE], ticks: 5},
    y: {domain: [SIDE, 0], ticks: 5},
    marks: [
      Plot.frame({stroke: "var(--theme-foreground-faintest)"}),
      bottomAxis("x (camera pixels)"),
      Plot.axisY({label: "y (camera pixels)", labelArrow: "none", tickSize: 0})
    ]
  });
  const [x, y] = [plot.scale("x")!.apply, plot.scale("y")!.apply];
  const scale = (x(SIDE) - x(0)) / SIDE;
  const ellipses = PARTS.map(([part, fill, stroke]) => {
    const ellipse = create<SVGEllipseElement>("svg:ellipse").style("fill", fill).style("stroke", stroke).node()!;
    plot.append(ellipse);
    return [part, ellipse] as const;
  });
  frame.surface.tabIndex = 0;
  if (options.onKey) frame.surface.addEventListener("keydown", options.onKey);
  let shown: EyeFits | null = null;
  const figure = Object.assign(frame.root, {
    show(fits: EyeFits, words: string): void {
      for (const [part, ellipse] of ellipses) {
        const fit = fits[part];
        const found = Number.isFinite(fit.center_x) && Number.isFinite(fit.width);
        ellipse.setAttribute("visibility", found ? "visible" : "hidden");
        if (!found) continue;
        const turn = (fit.phi * 180) / Math.PI;
        ellipse.setAttribute("transform", `translate(${x(fit.center_x)},${y(fit.center_y)}) rotate(${turn})`);
        ellipse.setAttribute("rx", String((fit.width / 2) * scale));
        ellipse.setAttribute("ry", String((fit.height / 2) * scale));
      }
      frame.readout.textContent = words;
      shown = fits;
    }
  });
  return withData(figure, () =>
    columnsOf(
      PARTS.map(([part]) => part),
      {
        ellipse: (part) => part,
        ...Object.fromEntries(
          (["center_x", "center_y", "height", "width", "phi"] as const).map((name) => [
            name,
            (part: keyof EyeFits) => shown?.[part][name] ?? Number.NaN
          ])
        )
      }
    )
  );
}
