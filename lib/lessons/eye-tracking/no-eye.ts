/** What stands in a figure's place in a session without eye tracking. */
export const NO_EYE = {
  empty: "The eye was not filmed in this session, or its film could not be used. Open another session.",
  caption: ""
};
