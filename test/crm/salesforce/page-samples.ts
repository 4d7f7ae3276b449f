import type { HostEnd } from '../../../src/crm/salesforce/hosts';
import type { PageSamples } from '../page-samples';

const ID = '006R0000005hDFYIA2';
const ACME = 'https://acme.lightning.force.com';
const CLASSIC = 'https://acme.my.salesforce.com';
const SETUP = 'https://acme.my.salesforce-setup.com';
const VISUALFORCE = 'https://acme--c.vf.force.com';
const DEAL = `salesforce/acme.lightning.force.com/opportunity/${ID}`;
const COMPANY = 'salesforce/acme.lightning.force.com/account/001R0000005hDFYIA2';
const PERSON = 'salesforce/acme.lightning.force.com/user/0055i000000YOs1AAG';
const VIEWER = 'salesforce/acme.lightning.force.com/user/me';
const CLASSIC_DEAL = `salesforce/acme.my.salesforce.com/opportunity/${ID}`;
const behind = encodeURIComponent;
const packed = (json: unknown) => behind(btoa(JSON.stringify(json)));

/** Hosts of every kind: a page's, and the one where the API behind it answers. */
export const HOST_SAMPLES: Readonly<Record<HostEnd, readonly (readonly [page: string, api: string])[]>> = {
  'lightning.force.com': [
    ['acme.lightning.force.com', 'acme.my.salesforce.com'],
    ['a.lightning.force.com', 'a.my.salesforce.com'],
    ['7eleven.lightning.force.com', '7eleven.my.salesforce.com'],
    ['acme--uat.sandbox.lightning.force.com', 'acme--uat.sandbox.my.salesforce.com'],
    ['acme--uat.lightning.force.com', 'acme--uat.my.salesforce.com'],
    ['acme-dev-ed.lightning.force.com', 'acme-dev-ed.my.salesforce.com'],
    ['acme-dev-ed.develop.lightning.force.com', 'acme-dev-ed.develop.my.salesforce.com'],
    ['ability-storm-1234-dev-ed.scratch.lightning.force.com', 'ability-storm-1234-dev-ed.scratch.my.salesforce.com'],
    ['brave-otter-abc-dev-ed.trailblaze.lightning.force.com', 'brave-otter-abc-dev-ed.trailblaze.my.salesforce.com'],
    ['acme.demo.lightning.force.com', 'acme.demo.my.salesforce.com'],
    ['acme.free.lightning.force.com', 'acme.free.my.salesforce.com'],
    ['acme.patch.lightning.force.com', 'acme.patch.my.salesforce.com'],
    ['acme.lightning.force.com.mcas.ms', 'acme.my.salesforce.com'],
    ['acme--uat.sandbox.lightning.force.com.mcas.ms', 'acme--uat.sandbox.my.salesforce.com'],
  ],
  'lightning.crmforce.mil': [
    ['acme.lightning.crmforce.mil', 'acme.my.salesforce.mil'],
    ['acme--uat.sandbox.lightning.crmforce.mil', 'acme--uat.sandbox.my.salesforce.mil'],
  ],
  'lightning.force.mil': [['acme.lightning.force.mil', 'acme.my.salesforce.mil']],
  'lightning.sfcrmapps.cn': [
    ['acme.lightning.sfcrmapps.cn', 'acme.my.sfcrmproducts.cn'],
    ['acme--uat.sandbox.lightning.sfcrmapps.cn', 'acme--uat.sandbox.my.sfcrmproducts.cn'],
  ],
  'my-lightning.com': [
    ['acme.my-lightning.com', 'acme.my-salesforce.com'],
    ['acme--uat.sandbox.my-lightning.com', 'acme--uat.sandbox.my-salesforce.com'],
  ],
  'lightning.pc-rnd.force.com': [['acme.lightning.pc-rnd.force.com', 'acme.my.pc-rnd.salesforce.com']],
  'my.salesforce.com': [
    ['acme.my.salesforce.com', 'acme.my.salesforce.com'],
    ['acme--uat.sandbox.my.salesforce.com', 'acme--uat.sandbox.my.salesforce.com'],
    ['acme--uat.my.salesforce.com', 'acme--uat.my.salesforce.com'],
    ['acme.my.salesforce.com.mcas.ms', 'acme.my.salesforce.com'],
  ],
  'my.salesforce.mil': [['acme.my.salesforce.mil', 'acme.my.salesforce.mil']],
  'my.sfcrmproducts.cn': [['acme.my.sfcrmproducts.cn', 'acme.my.sfcrmproducts.cn']],
  'my-salesforce.com': [['acme.my-salesforce.com', 'acme.my-salesforce.com']],
  'my.pc-rnd.salesforce.com': [['acme.my.pc-rnd.salesforce.com', 'acme.my.pc-rnd.salesforce.com']],
  'salesforce.com': [
    ['na57.salesforce.com', 'na57.salesforce.com'],
    ['cs42.salesforce.com', 'cs42.salesforce.com'],
    ['eu5.salesforce.com.mcas.ms', 'eu5.salesforce.com'],
  ],
  'cloudforce.com': [
    ['acme.cloudforce.com', 'acme.cloudforce.com'],
    ['acme.cloudforce.com.mcas.ms', 'acme.cloudforce.com'],
  ],
  'cloudforce.mil': [['acme.cloudforce.mil', 'acme.cloudforce.mil']],
  'my.salesforce-setup.com': [
    ['acme.my.salesforce-setup.com', 'acme.my.salesforce.com'],
    ['acme--uat.sandbox.my.salesforce-setup.com', 'acme--uat.sandbox.my.salesforce.com'],
  ],
  'vf.force.com': [
    ['acme--c.vf.force.com', 'acme.my.salesforce.com'],
    ['acme--uat--c.sandbox.vf.force.com', 'acme--uat.sandbox.my.salesforce.com'],
    ['acme-dev-ed--my-package.develop.vf.force.com', 'acme-dev-ed.develop.my.salesforce.com'],
    ['acme--c.vf.force.com.mcas.ms', 'acme.my.salesforce.com'],
  ],
  'visual.force.com': [
    ['acme--c.na57.visual.force.com', 'acme.my.salesforce.com'],
    ['acme--uat--c.cs42.visual.force.com', 'acme--uat.my.salesforce.com'],
  ],
  'visualforce.com': [
    ['acme--c.visualforce.com', 'acme.my.salesforce.com'],
    ['acme--uat--c.visualforce.com', 'acme--uat.my.salesforce.com'],
  ],
  'visualforce.mil': [['acme--c.visualforce.mil', 'acme.my.salesforce.mil']],
};

/** What could be taken for a host of Salesforce's, or is one but no organisation's. */
export const NO_HOSTS: readonly string[] = [
  'lightning.force.com',
  'my.salesforce.com',
  'force.com',
  'salesforce.com',
  'login.salesforce.com',
  'test.salesforce.com',
  'help.salesforce.com',
  'www.salesforce.com',
  'na.salesforce.com',
  'na57x.salesforce.com',
  'na57.evil.salesforce.com',
  'notlightning.force.com',
  'evil-lightning.force.com',
  'acme-lightning.force.com',
  'acme.notlightning.force.com',
  'acme.lightning-force.com',
  'acme.lightning.forced.com',
  'acme.lightning.force.co',
  'acme.lightning.force.com.example',
  'evil-lightning.force.com.example',
  'acme.lightning.force.com.evil.example',
  'acme.lightning.force.community',
  'acme.lightning.force.com.',
  'acme.lightning.force.com.mcas.ms.evil.example',
  'acme.lightning.force.com.mcas.example',
  'acme.lightning.force.commcas.ms',
  'acme.mcas.ms',
  'acme.evil.lightning.force.com',
  'acme.sandbox.evil.lightning.force.com',
  'sandbox.acme.lightning.force.com',
  '-acme.lightning.force.com',
  'acme-.lightning.force.com',
  'acme_uat.lightning.force.com',
  '.lightning.force.com',
  'acme..lightning.force.com',
  'acme.my.salesforce.com.evil.example',
  'acme.my-salesforce.com.evil.example',
  'acme.mysalesforce.com',
  'acme.my.salesforce.org',
  'acme.my.salesforce.cn',
  'acme.my.salesforce-setup.com.evil.example',
  'acme.my.salesforce-setups.com',
  'acme.lightning.crmforce.com',
  'acme.lightning.crmforce.mil.example',
  'acme.lightning.sfcrmapps.com',
  'acme.lightning.sfcrmproducts.cn',
  'acme.my.sfcrmapps.cn',
  'acme.evil-my-lightning.com',
  'acme.my.site.com',
  'acme.builder.salesforce-experience.com',
  'acme.lightning.pc-rnd.force.com.evil.example',
  'acme.vf.force.com',
  'acme--.vf.force.com',
  '--c.vf.force.com',
  'acme--c.visualforce.com.evil.example',
  'acme--c.evil.visual.force.com',
  'evilvisualforce.com',
  'acme.evilcloudforce.com',
  'cloudforce.com',
  'acme.cloudforce.com.evil.example',
  'acme.evil.cloudforce.com',
  'acme.cloudforce.cn',
  'acme.visualforce.mil',
  'xn--lghtning-w5a.force.com',
  'localhost',
  '127.0.0.1',
];

/** Addresses of Salesforce pages and what could be taken for one. */
export const SALESFORCE_SAMPLES: PageSamples = {
  shows: [
    // Lightning: shown, edited, a related list, with either form of the id and without the object's name.
    [`${ACME}/lightning/r/Opportunity/${ID}/view`, DEAL],
    [`${ACME}/lightning/r/Opportunity/006R0000005hDFY/view`, DEAL],
    [`${ACME}/lightning/r/006R0000005hDFY/view`, DEAL],
    [`${ACME}/lightning/r/${ID}/view`, DEAL],
    [`${ACME}/lightning/r/${ID}`, DEAL],
    [`${ACME}/lightning/r/Opportunity/${ID}/edit`, DEAL],
    [`${ACME}/lightning/r/Opportunity/${ID}/view/`, DEAL],
    [`${ACME}/lightning/r/Opportunity/${ID}/view?0.source=alohaHeader`, DEAL],
    [`${ACME}/lightning/r/Opportunity/${ID}/related/OpportunityLineItems/view`, DEAL],
    [`${ACME}/lightning/r/${ID}/related/OpportunityContactRoles/view`, DEAL],
    [`${ACME}/lightning/r/Opportunity/${ID}/view#details`, DEAL],
    [`${ACME}/lightning/r/Account/001R0000005hDFYIA2/view`, COMPANY],
    [`${ACME}/lightning/r/001R0000005hDFY/view`, COMPANY],
    [`${ACME}/lightning/r/User/0055i000000YOs1/view`, PERSON],
    [`${ACME}/lightning/r/0055i000000YOs1AAG/view`, PERSON],
    [`${ACME}/lightning/page/home`, VIEWER],
    [`${ACME}/lightning/page/home?ws=%2Flightning%2Fr%2FOpportunity%2F${ID}%2Fview`, VIEWER],
    // The console: the tab in front names the record, whatever it stands under.
    [
      `${ACME}/lightning/r/Opportunity/${ID}/view?uid=1726&ws=%2Flightning%2Fr%2FAccount%2F001R0000005hDFYIA2%2Fview`,
      DEAL,
    ],
    [`${ACME}/lightning/r/Account/001R0000005hDFYIA2/view?ws=%2Flightning%2Fr%2FOpportunity%2F${ID}%2Fview`, COMPANY],
    // A window over a page.
    [`${ACME}/lightning/o/Task/new?count=1&backgroundContext=%2Flightning%2Fr%2FOpportunity%2F${ID}%2Fview`, DEAL],
    [`${ACME}/lightning/o/Contact/new?backgroundContext=${behind(`/lightning/r/Opportunity/${ID}/view?ws=x`)}`, DEAL],
    [
      `${ACME}/lightning/action/quick/Opportunity.Log_a_Call?recordId=${ID}&backgroundContext=%2Flightning%2Fr%2FOpportunity%2F${ID}%2Fview`,
      DEAL,
    ],
    [`${ACME}/lightning/r/Contact/003R0000005hDFYIA2/edit?backgroundContext=%2Flightning%2Fr%2F${ID}%2Fview`, DEAL],
    [`${ACME}/lightning/o/Task/new?backgroundContext=%2Flightning%2Fpage%2Fhome`, VIEWER],
    // Before 2018.
    [`${ACME}/one/one.app#/sObject/006R0000005hDFY/view`, DEAL],
    [`${ACME}/one/one.app#/sObject/${ID}/view?t=1480000000000`, DEAL],
    [`${ACME}/one/one.app#/sObject/${ID}`, DEAL],
    [`${ACME}/one/one.app#/sObject/${ID}/rlName/OpportunityLineItems/view`, DEAL],
    [`${ACME}/one/one.app?source=x#/home/home`, VIEWER],
    [
      `${ACME}/one/one.app#${packed({ componentDef: 'force:recordHome', attributes: { recordId: ID }, state: {} })}`,
      DEAL,
    ],
    [`${ACME}/one/one.app#${btoa(JSON.stringify({ attributes: { recordId: '001R0000005hDFY' } }))}`, COMPANY],
    // Setup with a Classic page inside it.
    [`${ACME}/lightning/setup/Opportunities/page?address=%2F${ID}`, DEAL],
    [
      `${SETUP}/lightning/setup/Opportunities/page?nodeId=x&address=%2F${ID}%3Fsetupid%3Dx`,
      `salesforce/acme.my.salesforce-setup.com/opportunity/${ID}`,
    ],
    // Classic and Visualforce.
    [`${CLASSIC}/006R0000005hDFY`, CLASSIC_DEAL],
    [`${CLASSIC}/${ID}`, CLASSIC_DEAL],
    [`${CLASSIC}/${ID}/e?retURL=%2F${ID}`, CLASSIC_DEAL],
    [`${CLASSIC}/apex/Deal?id=${ID}`, CLASSIC_DEAL],
    [`${CLASSIC}/001R0000005hDFY`, 'salesforce/acme.my.salesforce.com/account/001R0000005hDFYIA2'],
    [`${CLASSIC}/0055i000000YOs1?noredirect=1`, 'salesforce/acme.my.salesforce.com/user/0055i000000YOs1AAG'],
    [`${CLASSIC}/home/home.jsp`, 'salesforce/acme.my.salesforce.com/user/me'],
    ['https://na57.salesforce.com/006R0000005hDFY', `salesforce/na57.salesforce.com/opportunity/${ID}`],
    [`${VISUALFORCE}/apex/Deal?id=006R0000005hDFY`, `salesforce/acme--c.vf.force.com/opportunity/${ID}`],
    [`${VISUALFORCE}/apex/ns__Deal?sfdc.override=1&Id=${ID}`, `salesforce/acme--c.vf.force.com/opportunity/${ID}`],
  ],
  refuses: [
    // Pages that show no record of a kind that the panel answers for.
    `${ACME}/lightning/o/Opportunity/list?filterName=Recent`,
    `${ACME}/lightning/o/Opportunity/home`,
    `${ACME}/lightning/o/Opportunity/new`,
    `${ACME}/lightning/n/Pipeline_Inspection?id=${ID}`,
    `${ACME}/lightning/r/Contact/003R0000005hDFYIA2/view`,
    `${ACME}/lightning/r/Contact/003R0000005hDFYIA2/view?ws=%2Flightning%2Fr%2FOpportunity%2F${ID}%2Fview`,
    `${ACME}/lightning/r/Opportunity/${ID}/delete`,
    `${ACME}/lightning/r/Opportunity/${ID}/view/more`,
    `${ACME}/x/lightning/r/Opportunity/${ID}/view`,
    // Builders, Setup, print.
    `${ACME}/lightning/setup/SetupOneHome/home`,
    `${ACME}/lightning/setup/ObjectManager/Opportunity/Details/view?address=%2F${ID}`,
    `${SETUP}/lightning/setup/ManageUsers/page?address=%2F0055i000000YOs1`,
    `${SETUP}/lightning/setup/Opportunities/page?address=https%3A%2F%2Fevil.example%2F${ID}`,
    `${SETUP}/lightning/setup/Opportunities/page?address=%2F%2Fevil.example%2F${ID}`,
    `${SETUP}/lightning/r/Opportunity/${ID}/view`,
    `${ACME}/builder_platform_interaction/flowBuilder.app?flowId=${ID}`,
    `${ACME}/visualEditor/appBuilder.app?id=${ID}`,
    `${CLASSIC}/${ID}/p?retURL=%2F${ID}`,
    // Windows over nothing, over another site, over a window.
    `${ACME}/lightning/o/Task/new?backgroundContext=%2Flightning%2Fo%2FOpportunity%2Flist`,
    `${ACME}/lightning/o/Task/new?backgroundContext=${behind(`https://evil.example/lightning/r/Opportunity/${ID}/view`)}`,
    `${ACME}/lightning/o/Task/new?backgroundContext=${behind(`//evil.example/lightning/r/Opportunity/${ID}/view`)}`,
    `${ACME}/lightning/o/Task/new?backgroundContext=javascript%3Aalert(1)`,
    `${ACME}/lightning/o/Opportunity/list?backgroundContext=%2Flightning%2Fr%2FOpportunity%2F${ID}%2Fview`,
    // Ids that are none, of another kind, or of another case.
    `${ACME}/lightning/r/Opportunity/001R0000005hDFYIA2/view`,
    `${ACME}/lightning/r/Account/${ID}/view`,
    `${ACME}/lightning/r/User/${ID}/view`,
    `${ACME}/lightning/r/Opportunity/006r0000005hdfyia2/view`,
    `${ACME}/lightning/r/Opportunity/006R0000005hDF/view`,
    `${ACME}/lightning/r/Opportunity/006R0000005hDFYI/view`,
    `${ACME}/lightning/r/Opportunity/006R0000005hDF%27/view`,
    `${ACME}/lightning/r/Opportunity/me/view`,
    // Fragments that are no page.
    `${ACME}/one/one.app#/sObject/003R0000005hDFYIA2/view`,
    `${ACME}/one/one.app#/sObject/${ID}/view/more`,
    `${ACME}/one/one.app#eyJ`,
    `${ACME}/one/one.app#${packed(null)}`,
    `${ACME}/one/one.app#${packed({ attributes: { recordId: { toString: ID } } })}`,
    `${ACME}/one/one.app#${packed({ attributes: { recordId: '003R0000005hDFYIA2' } })}`,
    `${ACME}/one/one.app#%E0%A4%A`,
    `${ACME}/lightning/o/Opportunity/list#/sObject/${ID}/view`,
    // Classic: words as long as an id, other kinds, other pages.
    `${CLASSIC}/006/o`,
    `${CLASSIC}/servicesettings`,
    `${CLASSIC}/opportunitylist`,
    `${CLASSIC}/003R0000005hDFYIA2`,
    `${CLASSIC}/006r0000005hdfyia2`,
    `${CLASSIC}/${ID}/x`,
    `${CLASSIC}/?id=${ID}`,
    `${CLASSIC}/apex/Deal`,
    `${CLASSIC}/apex/Deal?id=a0BR0000005hDFYIA2`,
    `${CLASSIC}/services/data/v66.0/sobjects/Opportunity/${ID}`,
    `${VISUALFORCE}/${ID}`,
    `${VISUALFORCE}/apex/a/b?id=${ID}`,
    // A bare id is Classic's; a path of Lightning is Lightning's.
    `${ACME}/${ID}`,
    `${CLASSIC}/lightning/r/Opportunity/${ID}/view`,
    // Other ways to the same host.
    `${ACME}:8443/lightning/r/Opportunity/${ID}/view`,
    `http://acme.lightning.force.com/lightning/r/Opportunity/${ID}/view`,
    `https://evil.example/acme.lightning.force.com/lightning/r/Opportunity/${ID}/view`,
    `https://acme.lightning.force.com@evil.example/lightning/r/Opportunity/${ID}/view`,
    `https://evil.example/?x=.lightning.force.com/lightning/r/Opportunity/${ID}/view`,
    `https://evil.example#@acme.lightning.force.com/lightning/r/Opportunity/${ID}/view`,
  ],
};
