import type { PageSamples } from '../page-pattern';

const ACME = 'https://acme.lightning.force.com';
const DEAL = 'salesforce/acme.lightning.force.com/opportunity/006R0000005hDFYIA2';
const COMPANY = 'salesforce/acme.lightning.force.com/account/001R0000005hDFYIA2';
const deal = (host: string) => `salesforce/${host}/opportunity/006R0000005hDFYIA2`;
const at = (host: string) => [`https://${host}/lightning/r/Opportunity/006R0000005hDFYIA2/view`, deal(host)] as const;

/** Addresses of Salesforce pages, of every kind of organisation, and what could be taken for one. */
export const SALESFORCE_SAMPLES: PageSamples = {
  shows: [
    [`${ACME}/lightning/r/Opportunity/006R0000005hDFYIA2/view`, DEAL],
    [`${ACME}/lightning/r/Opportunity/006R0000005hDFY/view`, DEAL],
    [`${ACME}/lightning/r/006R0000005hDFY/view`, DEAL],
    [`${ACME}/lightning/r/006R0000005hDFYIA2/view`, DEAL],
    [`${ACME}/lightning/r/006R0000005hDFYIA2`, DEAL],
    [`${ACME}/lightning/r/Opportunity/006R0000005hDFYIA2/edit`, DEAL],
    [`${ACME}/lightning/r/Opportunity/006R0000005hDFYIA2/view/`, DEAL],
    [`${ACME}/lightning/r/Opportunity/006R0000005hDFYIA2/related/OpportunityLineItems/view`, DEAL],
    [
      `${ACME}/lightning/r/Opportunity/006R0000005hDFYIA2/view?uid=1726&ws=%2Flightning%2Fr%2FAccount%2F001R0000005hDFYIA2%2Fview`,
      DEAL,
    ],
    [`${ACME}/lightning/r/Opportunity/006R0000005hDFYIA2/view#details`, DEAL],
    [
      `${ACME}/lightning/o/Task/new?count=1&backgroundContext=%2Flightning%2Fr%2FOpportunity%2F006R0000005hDFYIA2%2Fview`,
      DEAL,
    ],
    [`${ACME}/lightning/r/Account/001R0000005hDFYIA2/view`, COMPANY],
    [`${ACME}/lightning/r/001R0000005hDFY/view`, COMPANY],
    at('acme--uat.sandbox.lightning.force.com'),
    at('acme--uat.lightning.force.com'),
    at('acme-dev-ed.lightning.force.com'),
    at('acme-dev-ed.develop.lightning.force.com'),
    at('ability-storm-1234-dev-ed.scratch.lightning.force.com'),
    at('brave-otter-abc-dev-ed.trailblaze.lightning.force.com'),
    at('acme.demo.lightning.force.com'),
    at('acme.free.lightning.force.com'),
    at('acme.patch.lightning.force.com'),
    at('a.lightning.force.com'),
    at('7eleven.lightning.force.com'),
  ],
  refuses: [
    `${ACME}/lightning/page/home`,
    `${ACME}/lightning/o/Opportunity/list?filterName=Recent`,
    `${ACME}/lightning/o/Opportunity/home`,
    `${ACME}/lightning/o/Opportunity/new`,
    `${ACME}/lightning/setup/SetupOneHome/home`,
    `${ACME}/lightning/setup/ObjectManager/Opportunity/Details/view?address=%2F006R0000005hDFYIA2`,
    `${ACME}/lightning/r/Contact/003R0000005hDFYIA2/view`,
    `${ACME}/lightning/r/Opportunity/001R0000005hDFYIA2/view`,
    `${ACME}/lightning/r/Account/006R0000005hDFYIA2/view`,
    `${ACME}/lightning/r/Opportunity/006R0000005hDFYIA3/view`,
    `${ACME}/lightning/r/Opportunity/006R0000005hDF/view`,
    `${ACME}/lightning/r/Opportunity/006R0000005hDFYI/view`,
    `${ACME}/lightning/r/Opportunity/006R0000005hDFYIA2/view/more`,
    `${ACME}/lightning/r/Opportunity/006R0000005hDFYIA2/delete`,
    `${ACME}/lightning/r/Opportunity/006R0000005hDF%27/view`,
    `${ACME}/x/lightning/r/Opportunity/006R0000005hDFYIA2/view`,
    `${ACME}:8443/lightning/r/Opportunity/006R0000005hDFYIA2/view`,
    'http://acme.lightning.force.com/lightning/r/Opportunity/006R0000005hDFYIA2/view',
    'https://lightning.force.com/lightning/r/Opportunity/006R0000005hDFYIA2/view',
    'https://acme.lightning.force.com.evil.example/lightning/r/Opportunity/006R0000005hDFYIA2/view',
    'https://acme.lightning.force.com.mcas.ms/lightning/r/Opportunity/006R0000005hDFYIA2/view',
    'https://acme-lightning.force.com/lightning/r/Opportunity/006R0000005hDFYIA2/view',
    'https://acme.lightning-force.com/lightning/r/Opportunity/006R0000005hDFYIA2/view',
    'https://acme.lightning.force.co/lightning/r/Opportunity/006R0000005hDFYIA2/view',
    'https://acme.evil.lightning.force.com/lightning/r/Opportunity/006R0000005hDFYIA2/view',
    'https://evil.example/acme.lightning.force.com/lightning/r/Opportunity/006R0000005hDFYIA2/view',
    'https://acme.lightning.force.com@evil.example/lightning/r/Opportunity/006R0000005hDFYIA2/view',
    'https://acme.my.salesforce.com/006R0000005hDFYIA2',
  ],
};
