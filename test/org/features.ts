/** What an administrator of the organisation can have switched on. What is off is not there at all: no object, no field, no relation. */
export type Features = {
  /** Opportunity splits: Revenue, which adds up to 100 %, and Overlay, which need not. */
  splits: boolean;
  /** Opportunity teams. */
  teams: boolean;
  quotes: boolean;
  /** Several currencies. The records have to be in them: see `currencies` of {@link import('./records/options').DataOptions}. */
  multiCurrency: boolean;
  /** Advanced currency management: rates that change with the close date. */
  datedRates: boolean;
  forecasting: boolean;
  /** Changes of single fields are kept. The stage history always is. */
  fieldHistory: boolean;
  /** Mail is kept as `EmailMessage`. */
  mail: boolean;
};

/** As the stand-in is set up unless told: what a plain organisation that forecasts has. */
export const PLAIN: Features = {
  splits: false,
  teams: false,
  quotes: false,
  multiCurrency: false,
  datedRates: false,
  forecasting: true,
  fieldHistory: true,
  mail: true,
};

const OBJECTS: Readonly<Record<string, keyof Features>> = {
  OpportunitySplit: 'splits',
  OpportunitySplitType: 'splits',
  OpportunityTeamMember: 'teams',
  Quote: 'quotes',
  QuoteLineItem: 'quotes',
  CurrencyType: 'multiCurrency',
  DatedConversionRate: 'datedRates',
  ForecastingType: 'forecasting',
  ForecastingQuota: 'forecasting',
  ForecastingItem: 'forecasting',
  OpportunityFieldHistory: 'fieldHistory',
  EmailMessage: 'mail',
};

const FIELDS: Readonly<Record<string, keyof Features>> = {
  CurrencyIsoCode: 'multiCurrency',
  DefaultCurrencyIsoCode: 'multiCurrency',
  SyncedQuoteId: 'quotes',
  OpportunitySplitTypeId: 'splits',
};

export function objectIsOn(features: Features, object: string): boolean {
  const feature = OBJECTS[object];
  return feature === undefined || features[feature];
}

export function fieldIsOn(features: Features, field: string): boolean {
  const feature = FIELDS[field];
  return feature === undefined || features[feature];
}
