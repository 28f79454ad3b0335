/** The stages that have something to say, and how much it weighs. */
export const STAGES = ['read', 'normalize', 'segment', 'tag', 'grammar', 'link', 'validate', 'store'] as const
export const SEVERITIES = ['info', 'warning', 'error'] as const
