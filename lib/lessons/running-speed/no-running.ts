/** What stands in a figure's place in a session whose wheel was not measured. */
export const noRunning = {
  empty: "This session has no running speed. Open one in which the wheel was measured.",
  caption: ""
};
