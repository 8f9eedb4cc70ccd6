import {
  addDays,
  type NewAcceptance,
  type NewAttestation,
  type NewCampaign,
  type NewCheckExemption,
  type NewDecision,
  type NewGapDate,
  type NewHandOver,
} from '@opmodel/backstage-plugin-opmodel-common';

/** A decision that may name the title of the one that it supersedes. */
export interface GuestDecision extends Omit<NewDecision, 'supersedes'> {
  supersedesTitle?: string;
}

/** What a person has entered in the portal of the demo organisation. */
export interface GuestEntries {
  /** A decision comes after the one that it supersedes. */
  decisions: GuestDecision[];
  acceptances: NewAcceptance[];
  handOvers: (NewHandOver & { entityRef: string })[];
  gapDates: (NewGapDate & { entityRef: string })[];
  campaigns: NewCampaign[];
  /** What a check finds first has to be evaluated, so these come last. */
  exemptions: (NewCheckExemption & { entityRef: string })[];
  attestations: (NewAttestation & { entityRef: string })[];
}

const checkout = 'group:default/checkout';
const secureDelivery = 'scorecard:default/secure-delivery';
const component = (name: string) => `component:default/${name}`;
const resource = (name: string) => `resource:default/${name}`;
const adr = (number: string, title: string) => ({
  label: `ADR ${number}: ${title}`,
  url: `https://adr.example.com/marrowby/checkout/${number}`,
});

/**
 * What somebody of the team `checkout` has entered: decisions that hold, that wait, that follow another and that should have been
 * looked at again; a risk and a hand-over that wait for others; days by which gaps are to be closed; campaigns, one of them late; a
 * check to be excused from, and what no system tells.
 *
 * @param today - ISO day
 */
export function guestEntries(today: string): GuestEntries {
  const day = (days: number) => addDays(today, days);
  return {
    decisions: [
      {
        title: 'Take the payment before the order is placed',
        context:
          'One order in two hundred was picked and then not paid. The warehouse put it all back by hand.',
        decision:
          'The payment is authorised before the order is placed. An order without an authorisation never reaches the warehouse.',
        entityRefs: [component('checkout-api'), component('payment-gateway')],
        ownerRef: checkout,
        decidedOn: day(-210),
        reviewOn: day(-20),
        links: [adr('0007', 'payment before order')],
      },
      {
        title: 'Look addresses up at a supplier',
        context: 'Half of all failed deliveries began with a mistyped address.',
        decision:
          'Addresses are looked up at a supplier while the shopper types, for as long as that costs less than the failed deliveries.',
        entityRefs: [component('address-lookup')],
        ownerRef: checkout,
        decidedOn: day(-400),
        links: [adr('0003', 'address supplier')],
      },
      {
        title: 'Keep the addresses that were delivered to',
        context:
          'Nine lookups in ten are for addresses that a van has been to. The supplier is paid for each of them.',
        decision:
          'Addresses that were delivered to are kept and looked up first; the supplier is asked for the others.',
        entityRefs: [component('address-lookup')],
        ownerRef: checkout,
        decidedOn: day(-90),
        reviewOn: day(90),
        supersedesTitle: 'Look addresses up at a supplier',
        links: [
          adr('0011', 'our own addresses'),
          adr('0003', 'address supplier'),
        ],
      },
      {
        title: 'One basket on all devices',
        context:
          'Shoppers fill a basket on the phone and pay at the table. Two baskets were merged badly, or not at all.',
        decision:
          'The basket belongs to the shopper. A guest’s basket is taken over when the shopper signs in.',
        entityRefs: [component('basket'), component('checkout-web')],
        ownerRef: checkout,
        decidedOn: day(-120),
        reviewOn: day(60),
        links: [adr('0009', 'one basket')],
      },
      {
        title: 'Split an order by warehouse',
        context:
          'What no single warehouse has is left out of the order today, and the shopper finds out at the door.',
        decision:
          'An order is split where that brings everything on the same day. What it costs is shown before it is placed.',
        entityRefs: ['system:default/checkout'],
        ownerRef: checkout,
        decidedOn: day(14),
        status: 'proposed',
        links: [adr('0014', 'split orders')],
      },
    ],
    acceptances: [
      {
        subject: 'risk',
        title: 'Orders are taken while fraud screening is away',
        entityRefs: [component('checkout-api')],
        riskLevel: 'high',
        reason:
          'Turning shoppers away costs more than the fraud of an hour. Until screening has a second region, small orders go through.',
        compensatingControl:
          'Only orders below 80 of known shoppers; they are screened afterwards, before they are picked.',
      },
    ],
    handOvers: [
      {
        entityRef: component('address-lookup'),
        toRef: 'group:default/accounts',
        reason:
          'Addresses belong to the account of a shopper; whoever keeps the accounts should keep them.',
      },
    ],
    gapDates: [
      {
        entityRef: component('label-printer'),
        gap: 'dangling_owner',
        dueDay: day(21),
        note: 'Warehouse and inventory agree on who takes it',
      },
      {
        entityRef: resource('robot-fleet'),
        gap: 'empty_team',
        dueDay: day(45),
        note: 'Two people are being hired for the lab',
      },
      {
        entityRef: resource('cold-chain-sensors'),
        gap: 'owner_without_contact',
        dueDay: day(7),
      },
    ],
    campaigns: [
      {
        title: 'Know what is in our builds',
        description:
          'When the logging flaw came out we searched for three days for what was built with it. Next time a query is to answer that.',
        ownerRef: checkout,
        scorecardRef: secureDelivery,
        emphasis: { checks: ['sbom', 'dependency-scanning'] },
        scope: { tiers: ['1', '2'] },
        startsOn: day(-56),
        targetOn: day(35),
        remindEveryDays: 14,
      },
      {
        title: 'Close the logging flaw',
        description:
          'Everything that ships with the open version of the logging library is updated and deployed.',
        ownerRef: checkout,
        scorecardRef: secureDelivery,
        emphasis: { checks: ['no-critical-vulnerabilities'] },
        startsOn: day(-74),
        targetOn: day(-25),
        remindEveryDays: 7,
      },
      {
        title: 'Sign what we ship',
        ownerRef: checkout,
        scorecardRef: secureDelivery,
        emphasis: { levels: ['Gold'] },
        startsOn: day(30),
        targetOn: day(120),
      },
    ],
    exemptions: [
      {
        entityRef: component('checkout-api'),
        scorecard: secureDelivery,
        check: 'signed-builds',
        riskLevel: 'low',
        reason:
          'It moves to the build platform that signs next month. Adding the step to a pipeline that goes away would be done for nothing.',
        expiresOn: day(60),
      },
    ],
    attestations: [
      {
        entityRef: component('checkout-api'),
        name: 'accessReview',
        holds: true,
        comment:
          'Looked through everybody who may deploy; two who left the team were taken off.',
        expiresOn: day(80),
      },
    ],
  };
}
