import type { PageSamples } from '../page-samples';

const HERE = 'http://127.0.0.1:8069/';
const DEAL = 'tryton/127.0.0.1:8069/opportunity/goalside.400';
const VIEWS = ';name=%22Opportunities%22&views=%5B%5B1%2C%22tree%22%5D%5D';

/** Addresses of Tryton's web client, on hosts of every kind, and what could be taken for one. */
export const TRYTON_SAMPLES: PageSamples = {
  shows: [
    [`${HERE}#goalside/model/sale.opportunity/400`, DEAL],
    [`${HERE}#goalside/model/sale.opportunity/400${VIEWS}`, DEAL],
    [`${HERE}#!goalside/model/sale.opportunity/400${VIEWS}`, DEAL],
    ['http://localhost:8069/#goalside/model/sale.opportunity/400', 'tryton/localhost:8069/opportunity/goalside.400'],
    ['http://erp/#sales_2026/model/sale.opportunity/7', 'tryton/erp/opportunity/sales_2026.7'],
    ['https://erp.halden.example/#main-db/model/sale.opportunity/7', 'tryton/erp.halden.example/opportunity/main-db.7'],
    [
      'https://erp.halden.example:8443/#goalside/model/sale.opportunity/400',
      'tryton/erp.halden.example:8443/opportunity/goalside.400',
    ],
    [`${HERE}#goalside/model/party.party/12`, 'tryton/127.0.0.1:8069/account/goalside.12'],
  ],
  refuses: [
    HERE,
    `${HERE}#goalside`,
    `${HERE}#goalside/model/sale.opportunity`,
    `${HERE}#goalside/model/sale.opportunity${VIEWS}`,
    `${HERE}#goalside/model/sale.opportunity/`,
    `${HERE}#goalside/model/sale.opportunity/0`,
    `${HERE}#goalside/model/sale.opportunity/-1`,
    `${HERE}#goalside/model/sale.opportunity/400/edit`,
    `${HERE}#goalside/model/sale.opportunity/400x`,
    `${HERE}#goalside/model/sale.opportunity.line/400`,
    `${HERE}#goalside/model/sale.sale/400`,
    `${HERE}#goalside/wizard/sale.opportunity/400`,
    `${HERE}#/model/sale.opportunity/400`,
    `${HERE}#goal.side/model/sale.opportunity/400`,
    `${HERE}#goal%2Fside/model/sale.opportunity/400`,
    `${HERE}#x;goalside/model/sale.opportunity/400`,
    `${HERE}#${'g'.repeat(51)}/model/sale.opportunity/400`,
    `${HERE}goalside/model/sale.opportunity/400`,
    `${HERE}?goalside/model/sale.opportunity/400`,
    `${HERE}doc/#goalside/model/sale.opportunity/400`,
    `${HERE}index.php#goalside/model/sale.opportunity/400`,
    'https://acme.lightning.force.com/#goalside/model/sale.opportunity/400',
  ],
};
