/** Figures of a company's accounts that say something about whether it can buy. */
export const CONCEPTS = [
  'revenue',
  'gross-profit',
  'operating-income',
  'net-income',
  'interest-expense',
  'operating-cash-flow',
  'cash',
  'current-assets',
  'current-liabilities',
  'assets',
  'liabilities',
  'equity',
  'debt',
] as const;
export type Concept = (typeof CONCEPTS)[number];

/** How a figure is reported: over a stretch of time, or on a day; and under which tags, dearest first. */
export type ConceptTags = {
  readonly kind: 'flow' | 'balance';
  /** Tags that mean the same. The one with the latest period counts; the order decides between equally late ones. */
  readonly tags: readonly string[];
  /** Tags that add up to it, where no single tag is as late. All of them must stand on the same day. */
  readonly parts?: readonly string[];
};

/**
 * Tags by figure, of US GAAP (https://xbrl.fasb.org/us-gaap/) and of IFRS (`ifrs-full`, https://www.ifrs.org/issued-standards/ifrs-taxonomy/).
 *
 * Companies change tags as standards change: sales have been `SalesRevenueNet`, `Revenues` and, since ASC 606,
 * `RevenueFromContractWithCustomerExcludingAssessedTax`, and some went the other way.
 */
export const CONCEPT_TAGS: Readonly<Record<Concept, ConceptTags>> = {
  revenue: {
    kind: 'flow',
    tags: [
      'us-gaap:Revenues',
      'us-gaap:RevenueFromContractWithCustomerExcludingAssessedTax',
      'us-gaap:RevenueFromContractWithCustomerIncludingAssessedTax',
      'us-gaap:SalesRevenueNet',
      'us-gaap:SalesRevenueGoodsNet',
      'us-gaap:RevenuesNetOfInterestExpense',
      'ifrs-full:Revenue',
      'ifrs-full:RevenueFromContractsWithCustomers',
    ],
  },
  'gross-profit': { kind: 'flow', tags: ['us-gaap:GrossProfit', 'ifrs-full:GrossProfit'] },
  'operating-income': {
    kind: 'flow',
    tags: ['us-gaap:OperatingIncomeLoss', 'ifrs-full:ProfitLossFromOperatingActivities'],
  },
  'net-income': {
    kind: 'flow',
    tags: [
      'us-gaap:NetIncomeLoss',
      'us-gaap:ProfitLoss',
      'us-gaap:NetIncomeLossAvailableToCommonStockholdersBasic',
      'ifrs-full:ProfitLoss',
      'ifrs-full:ProfitLossAttributableToOwnersOfParent',
    ],
  },
  'interest-expense': {
    kind: 'flow',
    tags: [
      'us-gaap:InterestExpense',
      'us-gaap:InterestExpenseNonoperating',
      'us-gaap:InterestExpenseDebt',
      'us-gaap:InterestAndDebtExpense',
      'ifrs-full:InterestExpense',
      'ifrs-full:FinanceCosts',
    ],
  },
  'operating-cash-flow': {
    kind: 'flow',
    tags: [
      'us-gaap:NetCashProvidedByUsedInOperatingActivities',
      'us-gaap:NetCashProvidedByUsedInOperatingActivitiesContinuingOperations',
      'ifrs-full:CashFlowsFromUsedInOperatingActivities',
    ],
  },
  cash: {
    kind: 'balance',
    tags: [
      'us-gaap:CashAndCashEquivalentsAtCarryingValue',
      'us-gaap:CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents',
      'ifrs-full:CashAndCashEquivalents',
    ],
  },
  'current-assets': { kind: 'balance', tags: ['us-gaap:AssetsCurrent', 'ifrs-full:CurrentAssets'] },
  'current-liabilities': { kind: 'balance', tags: ['us-gaap:LiabilitiesCurrent', 'ifrs-full:CurrentLiabilities'] },
  assets: { kind: 'balance', tags: ['us-gaap:Assets', 'ifrs-full:Assets'] },
  liabilities: { kind: 'balance', tags: ['us-gaap:Liabilities', 'ifrs-full:Liabilities'] },
  equity: {
    kind: 'balance',
    tags: [
      'us-gaap:StockholdersEquity',
      'us-gaap:StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest',
      'ifrs-full:Equity',
      'ifrs-full:EquityAttributableToOwnersOfParent',
    ],
  },
  // Borrowed for the long term, with the part due within a year.
  debt: {
    kind: 'balance',
    tags: [
      'us-gaap:LongTermDebt',
      'us-gaap:LongTermDebtAndCapitalLeaseObligationsIncludingCurrentMaturities',
      'ifrs-full:Borrowings',
    ],
    parts: ['us-gaap:LongTermDebtNoncurrent', 'us-gaap:LongTermDebtCurrent'],
  },
};

/** Every tag that is read; what a body holds beside them is left alone. */
export const TAGS_READ: ReadonlySet<string> = new Set(
  Object.values(CONCEPT_TAGS).flatMap(({ tags, parts }) => [...tags, ...(parts ?? [])]),
);
