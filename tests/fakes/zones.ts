import fc from 'fast-check';

/** Any zone that this machine knows. */
export const zones = fc.constantFrom('UTC', ...Intl.supportedValuesOf('timeZone'));
