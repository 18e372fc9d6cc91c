/** What stands in a figure's or a table's place where the folder lacks the project's tables. */
export const NO_TABLES: {empty: string; caption: string; data?: undefined; options?: undefined} = {
  empty:
    "The folder of the sessions lacks the project’s tables: sessions.csv, probes.csv, channels.csv and units.csv. Put them there to see them.",
  caption: ""
};
