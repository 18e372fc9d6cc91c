import {countedText} from "../../words/index.js";
import {type LightPulse, NO_LIGHT, pulseChoices} from "./pulses.js";

/**
 * The pulses along time.
 * @param pulses in the order of time
 * @param chosen ids of the pulses to draw strong
 */
export function lightTimeline(pulses: readonly LightPulse[], chosen: ReadonlySet<number>) {
  if (pulses.length === 0) return NO_LIGHT;
  const isChosen = ({id}: {id: number}) => chosen.has(id);
  const {conditions, levels} = pulseChoices(pulses);
  const of = `of ${countedText(conditions.length, "conditions")} at ${levels.length} levels`;
  const minutes = (pulses[pulses.length - 1].stop_time - pulses[0].start_time) / 60;
  const strong = pulses.filter(isChosen).length;
  const which = strong < pulses.length ? ` Strong bars are the ${strong} that you chose.` : "";
  return {
    data: [pulses] as const,
    options: {
      stressed: isChosen,
      ariaLabel: "Pulses of light over time",
      ariaDescription: `${countedText(pulses.length, "pulses")} ${of}`
    },
    caption: `${countedText(pulses.length, "pulses")} of light over ${minutes.toFixed(1)} minutes, ${of}.${which} Pulses of a few milliseconds are drawn wider than they are.`
  };
}
