/** AllenSDK's limits of the quality of units: those beyond are left out unless something else is asked for. */
export const DEFAULT_UNIT_LIMITS = {
  amplitudeCutoffMaximum: 0.1,
  presenceRatioMinimum: 0.95,
  isiViolationsMaximum: 0.5
} as const;
