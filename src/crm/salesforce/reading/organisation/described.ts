/** Objects whose describe comes with the first look of a day: which relations there are decides what can be asked at all. */
export const DESCRIBED = ['Opportunity', 'Account', 'Contact'] as const;
