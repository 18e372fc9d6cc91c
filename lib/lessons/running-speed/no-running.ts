/** What stands in a figure's place in a session whose wheel was not measured. */
export const NO_RUNNING = {
  empty: "This session has no running speed. Open one in which the wheel was measured.",
  caption: ""
};
