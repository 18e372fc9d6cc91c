import {create, groups, max, min} from "d3";
import {bottomAxis} from "../axes/bottom-axis.js";
import {drawLaneLine} from "../axes/lanes.js";
import {tickCount} from "../axes/tick-count.js";
import {drawText} from "../frame/draw-text.js";
import {columnsOf, withData} from "../frame/figure-data.js";
import type {FigureOptions} from "../frame/figure-options.js";
import {figureWidth} from "../frame/figure-width.js";
import {plotFigure} from "../frame/plot-figure.js";
import {makeReadable} from "../frame/readout.js";
import {stepThrough} from "../frame/steps.js";

/** A session as far as the survey shows it: a row of the project's session table. */
export interface SurveyedSession {
  /** The session's id. */
  id: number;
  /** Its stimulus set: "brain_observatory_1.1". */
  session_type: string;
  /** The age of the mouse. */
  age_in_days: number;
  /** The sex of the mouse: "F" or "M". */
  sex: string;
  /** The genotype of the mouse, which says on which line it stands. */
  full_genotype: string;
  /** How many units it has. */
  unit_count: number;
  /** How many probes it has. */
  probe_count: number;
}

/** How the survey is drawn. */
export interface SessionSurveyOptions extends FigureOptions {
  /** Draws these sessions strong and the others faint; all strong if not given. */
  stressed?: (session: SurveyedSession) => boolean;
  /** Told which session was chosen with a click or Enter. */
  onChoose?: (session: SurveyedSession) => void;
}

const SIZE = 13;
const LABEL = 18;

/** The sign of a session: its shape says the mouse's sex, and it is full for the first session type and a ring for others. */
function surveySign(session: Pick<SurveyedSession, "sex" | "session_type">, types: readonly string[]) {
  const r = (SIZE - 4) / 2;
  return {
    path: session.sex === "F" ? `M${-r},0a${r},${r} 0 1 0 ${2 * r},0a${r},${r} 0 1 0 ${-2 * r},0` : squarePath(r - 0.5),
    full: session.session_type === types[0]
  };
}

const squarePath = (r: number) => `M${-r},${-r}h${2 * r}v${2 * r}h${-2 * r}z`;

/**
 * Every session as a sign over the age of its mouse, one line for each genotype; those of one age stand on each other.
 *
 * @example
 * const mouse = {age_in_days: 126, sex: "F", full_genotype: "wt/wt"};
 * const surveyed = {id: 756029989, session_type: "brain_observatory_1.1", ...mouse, unit_count: 684, probe_count: 6};
 * sessionSurvey([surveyed], {width, ariaLabel: "Sessions by the age of the mouse"});
 */
export function sessionSurvey(sessions: readonly SurveyedSession[], options: SessionSurveyOptions): HTMLDivElement {
  const {stressed = () => true, onChoose} = options;
  const width = figureWidth(options.width);
  const types = [...new Set(sessions.map(({session_type}) => session_type))].sort();
  const margin = {left: 8, right: 16, top: 2, bottom: 42};
  const youngest = (min(sessions, ({age_in_days}) => age_in_days) ?? 100) - 2;
  const oldest = (max(sessions, ({age_in_days}) => age_in_days) ?? 100) + 2;
  const perDay = (width - margin.left - margin.right) / (oldest - youngest);
  let height = margin.top;
  const placed: {session: SurveyedSession; x: number; y: number}[] = [];
  const lines = groups(sessions, ({full_genotype}) => full_genotype)
    .sort((a, b) => b[1].length - a[1].length)
    .map(([genotype, own]) => {
      const top = height;
      // Neighbours that would overlap stand in one pile.
      const piles = new Map<number, SurveyedSession[]>();
      for (const session of [...own].sort((a, b) => a.age_in_days - b.age_in_days || a.id - b.id)) {
        const place = perDay < SIZE ? Math.round((session.age_in_days * perDay) / SIZE) : session.age_in_days;
        piles.set(place, [...(piles.get(place) ?? []), session]);
      }
      const tallest = max(piles.values(), (pile) => pile.length) ?? 1;
      height += LABEL + tallest * SIZE + 8;
      for (const pile of piles.values()) {
        pile.forEach((session, i) => {
          const x = margin.left + (pile[0].age_in_days - youngest) * perDay;
          placed.push({session, x, y: height - 8 - (i + 0.5) * SIZE});
        });
      }
      return {genotype, top, base: height - 7, count: own.length};
    });
  height += margin.bottom;
  const {frame} = plotFigure(options, {
    width,
    height,
    margin,
    x: {domain: [youngest, oldest], ticks: tickCount(width, 110)},
    y: {axis: null, domain: [0, 1]},
    marks: [
      bottomAxis("age of the mouse (days)", {tickSize: 4}),
      () => {
        const group = create<SVGGElement>("svg:g");
        for (const {genotype, top, base, count} of lines) {
          drawLaneLine(group, margin.left, width - margin.right, base);
          const name = shortened(`${count} · ${genotype}`, (width - margin.left - margin.right) / 6.9);
          drawText(group, name, margin.left, top + 13).style("font-weight", 600);
        }
        for (const {session, x, y} of placed) {
          const {path, full} = surveySign(session, types);
          const color = "var(--theme-foreground-focus)";
          group
            .append("path")
            .attr("d", path)
            .attr("transform", `translate(${x},${y})`)
            .style("fill", full ? color : "var(--theme-background)")
            .style("stroke", color)
            .style("stroke-width", 1.6)
            .style("opacity", stressed(session) ? 1 : 0.22);
        }
        return group.node()!;
      }
    ]
  });
  makeReadable<(typeof placed)[number]>(frame.surface, frame.readout, {
    at: (px, py) => placed.find(({x, y}) => Math.abs(x - px) <= SIZE / 2 && Math.abs(y - py) <= SIZE / 2) ?? null,
    step: (from, step, count) => stepThrough(placed, from, step, count),
    describe: ({session}) =>
      `session ${session.id} · ${session.session_type} · ${session.sex}, ${session.age_in_days} days · ${session.full_genotype} · ${session.unit_count} units on ${session.probe_count} probes`,
    outline: ({x, y}) => ({x: x - SIZE / 2, y: y - SIZE / 2, width: SIZE, height: SIZE}),
    onChoose: onChoose && (({session}) => onChoose(session))
  });
  const columns = ["id", "session_type", "age_in_days", "sex", "full_genotype", "unit_count", "probe_count"] as const;
  return withData(frame.root, () =>
    columnsOf(sessions, Object.fromEntries(columns.map((name) => [name, (session: SurveyedSession) => session[name]])))
  );
}

/** A name that is too long for its line ends in an ellipsis. */
const shortened = (text: string, most: number) =>
  text.length > most ? `${text.slice(0, Math.floor(most) - 1)}…` : text;
