#!/usr/bin/python3
"""Makes a Tryton 6.0 database and fills it with eighteen months of one sales team's work, through Tryton's own models.

    seed.py CONFIG DATABASE TODAY

The same day always gives the same database: there is one source of chance, with a fixed seed. Tryton dates its records and
their history by two clocks, the database's and `ir.date`; both are set by hand while this runs, so that every change looks
made on its own day by the rep who made it. All names and figures are invented.
"""
import datetime as dt
import gc
import json
import os
import random
import sys
import unicodedata
from decimal import Decimal

CONFIG, DATABASE, DAY = sys.argv[1:4]
TODAY = dt.date.fromisoformat(DAY)
PASSWORD = os.environ['SEED_PASSWORD']
DEALS = 420
SPAN = 540

MODULES = ['company', 'party_relationship', 'sale_history', 'sale_opportunity', 'commission']

from trytond.config import config  # noqa: E402

config.update_etc(CONFIG)

import trytond.backend.sqlite.database as sqlite  # noqa: E402
from trytond.model import ModelStorage  # noqa: E402
from trytond.pool import Pool  # noqa: E402
from trytond.transaction import Transaction  # noqa: E402

chance = random.Random(20261124)
days = dt.timedelta


class Clock:
    now = dt.datetime.combine(TODAY - days(560), dt.time(8, 0, 0, 1))


sqlite.now = lambda: Clock.now.isoformat(' ')
# What is made here is known to be valid; to have every record checked again would take most of the time.
ModelStorage._validate = classmethod(lambda cls, records, field_names=None: None)
gc.disable()
Pool.start()
pool = Pool(DATABASE)
model = pool.get

TEAM = [('Mara', 'Lindqvist'), ('Anton', 'Reyes'), ('Bea', 'Okafor'), ('Chidi', 'Novak'), ('Dora', 'Halvorsen'),
        ('Emil', 'Castellan'), ('Farah', 'Whitlock'), ('Goran', 'Ibarra')]
FAMILIES = {
    'Brackwater Group': ['Brackwater Marine', 'Brackwater Energy Services', 'Brackwater Logistics BV'],
    'Cedarline Holdings': ['Cedarline Foods', 'Cedarline Packaging'],
    'Ostrava Steelworks': ['Ostrava Rolling Mills', 'Ostrava Castings', 'Ostrava Tooling'],
    'Pellworth Insurance': ['Pellworth Life', 'Pellworth Claims Services'],
    'Tamsin Health Network': ['Tamsin Clinics North', 'Tamsin Diagnostics', 'Tamsin Home Care'],
    'Quillon Retail': ['Quillon Outlets', 'Quillon Digital'],
    'Verdani Chemicals': ['Verdani Coatings', 'Verdani Agro'],
    'Halloway Transit Authority': ['Halloway Rail Maintenance'],
}
ALONE = ['Aldgate Robotics', 'Bluefern Hotels', 'Corvane Aerospace', 'Dunmore Dairies', 'Eastmere Ports',
         'Finch & Marlow Legal', 'Granite Peak Telecom', 'Iskra Lighting', 'Juniper Vale University',
         'Kestrel Air Cargo', 'Larkspur Pharma', 'Mistral Wind Power']
GIVEN = 'Noor Pavel Ingrid Tomas Yara Liam Sunniva Okello Greta Hiro Paloma Viktor Zadie Ruben Asha Casper Mirela ' \
        'Desmond Odile Tariq'
FAMILY = 'Amsel Brandt Cole Dufresne Engel Fonseca Grantham Hadley Imre Jansky Keller Lund Moreau Nakata Osei Pryce ' \
         'Quist Rahal Sandoval Thorne'
GIVEN, FAMILY = GIVEN.split(), FAMILY.split()
ROLES = ['Chief Financial Officer', 'VP Operations', 'IT Director', 'Head of Procurement', 'Plant Manager',
         'Chief Information Officer', 'Data Platform Lead', 'General Counsel']
TOWNS = [('Rotterdam', '3011'), ('Gothenburg', '41101'), ('Leeds', 'LS1'), ('Porto', '4000'), ('Lyon', '69001'),
         ('Brno', '60200'), ('Graz', '8010'), ('Turku', '20100')]
PRODUCTS = [('Meridian Core Platform', 12000), ('Meridian Analytics', 7500), ('Implementation Day', 1450),
            ('Premium Support Year', 4800)]
BY_THE_DAY = 2
TOPICS = ['plant rollout', 'analytics pilot', 'group framework', 'support renewal', 'data migration',
          'line 2 expansion', 'compliance reporting', 'replacement of legacy system', 'head office licence']
WHY_LOST = ['Chose a competitor on price.', 'Budget frozen for the year.', 'No decision: project postponed.',
            'Stayed with the present system.', 'Sponsor left the company.']
NOTES = ['Call with {who}: budget holder confirmed, wants numbers by quarter end.',
         'Site visit done. Main worry is downtime during the change-over.',
         '{who} asked for two references in the same industry.', 'Security questionnaire returned.',
         'No answer to last two mails.', 'Procurement asks for a three-year price.',
         'Demo held for 6 people, finance was missing.']


def one(kind, /, **values):
    record, = model(kind).create([values])
    return record


def nested(*values):
    return [('create', list(values))]


def cents(amount):
    return amount.quantize(Decimal('0.01'))


def web_name(name):
    plain = unicodedata.normalize('NFKD', name.lower()).encode('ascii', 'ignore').decode()
    return ''.join(c if c.isalnum() else '-' for c in plain).strip('-').replace('--', '-')


def open_books(company):
    """The chart of accounts, fiscal years with their sequences, and the products: what invoices need."""
    template = model('ir.model.data').get_id('account', 'account_template_root_en')
    wizard = pool.get('account.create_chart', type='wizard')
    chart = wizard(wizard.create()[0])
    chart.account.company = company
    chart.account.account_template = model('account.account.template')(template)
    chart.transition_create_account()
    ledger = {kind: model('account.account').search([(f'type.{kind}', '=', True), ('company', '=', company.id)],
                                                    limit=1)[0]
              for kind in ('receivable', 'payable', 'revenue', 'expense')}
    chart.properties.company = company
    chart.properties.account_receivable = ledger['receivable']
    chart.properties.account_payable = ledger['payable']
    chart.transition_create_properties()

    kinds = {name: model('ir.sequence.type').search([('name', '=', name)], limit=1)[0].id
             for name in ('Account Move', 'Invoice')}
    for year in range(TODAY.year - 2, TODAY.year + 2):
        moves = one('ir.sequence', name=f'Moves {year}', sequence_type=kinds['Account Move'], company=company.id)
        bills = one('ir.sequence.strict', name=f'Invoices {year}', sequence_type=kinds['Invoice'],
                    company=company.id, prefix=f'{year}-').id
        fiscal = one('account.fiscalyear', name=str(year), start_date=dt.date(year, 1, 1),
                     end_date=dt.date(year, 12, 31), company=company.id, post_move_sequence=moves.id,
                     invoice_sequences=nested({'company': company.id, 'in_invoice_sequence': bills,
                                               'in_credit_note_sequence': bills, 'out_invoice_sequence': bills,
                                               'out_credit_note_sequence': bills}))
        model('account.fiscalyear').create_period([fiscal])
    term = one('account.invoice.payment_term', name='30 days',
               lines=nested({'type': 'remainder', 'relativedeltas': nested({'days': 30})}))

    unit, = model('product.uom').search([('name', '=', 'Unit')], limit=1)
    category = one('product.category', name='Services', accounting=True, account_expense=ledger['expense'].id,
                   account_revenue=ledger['revenue'].id)
    service = {'type': 'service', 'default_uom': unit.id, 'account_category': category.id}
    sold = model('product.template').create([
        {**service, 'name': name, 'salable': True, 'sale_uom': unit.id, 'list_price': Decimal(price),
         'products': nested({'code': f'P{place:02d}'})} for place, (name, price) in enumerate(PRODUCTS, 1)])
    commission = one('product.template', **service, name='Sales commission', list_price=Decimal(0),
                     products=nested({'code': 'COMM'}))
    return term, unit, [each.products[0] for each in sold], commission.products[0]


def hire(company, currency, commission):
    """The manager and her reps: employee, user and commission agent of each; and a clerk who may not see sales."""
    plans = model('commission.plan').create([
        {'name': name, 'commission_product': commission.id, 'commission_method': 'posting',
         'lines': nested({'formula': formula})}
        for name, formula in (('Rep plan 5%', 'amount * 0.05'), ('Manager override 1%', 'amount * 0.01'))])
    group = model('ir.model.data').get_id
    selling = [group('sale', 'group_sale'), group('sale_opportunity', 'group_opportunity')]
    managing = selling + [group('commission', 'group_commission'), group('account', 'group_account')]
    team, boss = [], None
    for first, last in TEAM:
        name, login = f'{first} {last}', first.lower()
        mail = f'{login}@halden.example'
        party = one('party.party', name=name, code=f'EMP-{login.upper()}',
                    contact_mechanisms=nested({'type': 'email', 'value': mail}))
        employee = one('company.employee', party=party.id, company=company.id, start_date=TODAY - days(900),
                       supervisor=boss)
        user = one('res.user', name=name, login=login, password=PASSWORD, email=mail,
                   companies=[('add', [company.id])], company=company.id, employees=[('add', [employee.id])],
                   employee=employee.id, groups=[('add', selling if boss else managing)])
        agent = one('commission.agent', party=party.id, type_='agent', company=company.id, currency=currency.id,
                    plan=plans[0 if boss else 1].id)
        boss = boss or employee.id
        team.append((employee.id, user.id, agent.id))
    one('res.user', name='Clerk without sales rights', login='clerk', password=PASSWORD,
        companies=[('add', [company.id])], company=company.id)
    User = model('res.user')
    User.write([User(1)], {'employees': [('add', [employee for employee, _, _ in team])]})
    return team


def find_buyers(term):
    """Companies with three named people each, how they belong together, and people who work for some of them."""
    Type = model('party.relation.type')
    above, below, employs, works = Type.create(
        [{'name': name} for name in ('Parent company of', 'Subsidiary of', 'Employs', 'Works for')])
    for a, b in ((above, below), (employs, works)):
        Type.write([a], {'reverse': b.id}, [b], {'reverse': a.id})

    def company(place, name):
        town, code = TOWNS[place % len(TOWNS)]
        site = web_name(name)
        reach = [{'type': 'website', 'value': f'https://www.{site}.example'}]
        for k in range(3):
            first, last = GIVEN[(place * 3 + k * 7) % 20], FAMILY[(place * 5 + k * 3) % 20]
            reach.append({'type': 'email', 'name': f'{first} {last} ({ROLES[(place + k * 3) % 8]})',
                          'value': f'{first.lower()}.{last.lower()}@{site}.example'})
        return {'name': name, 'code': f'C{place:04d}', 'customer_payment_term': term.id,
                'addresses': nested({'street': f'{10 + place} Harbour Road', 'postal_code': code, 'city': town}),
                'contact_mechanisms': nested(*reach)}

    names = [name for head, below_it in FAMILIES.items() for name in (head, *below_it)] + ALONE
    buyers = model('party.party').create([company(place, name) for place, name in enumerate(names, 1)])
    by_name = {buyer.name: buyer.id for buyer in buyers}
    ties = [{'from_': by_name[head], 'to': by_name[name], 'type': above.id}
            for head, below_it in FAMILIES.items() for name in below_it]
    people = model('party.party').create([
        {'name': f'{GIVEN[i % 20]} {FAMILY[(i * 7 + 3) % 20]}', 'code': f'P{i + 1:04d}',
         'contact_mechanisms': nested({
             'type': 'email',
             'value': f'{GIVEN[i % 20]}.{FAMILY[(i * 7 + 3) % 20]}{i}@mail.example'.lower()})}
        for i in range(22)])
    ties += [{'from_': buyers[i * 2 % len(buyers)].id, 'to': person.id, 'type': employs.id}
             for i, person in enumerate(people)]
    model('party.relation').create(ties)
    return buyers


class Deal:
    """One opportunity while it is being lived through; each method is something its rep does on a day."""

    def __init__(self, number, rep, agent, party, goods, guess, start, due, world):
        self.number, self.rep, self.agent, self.party = number, rep, agent, party
        self.goods, self.guess, self.start, self.due, self.world = goods, guess, start, due, world
        self.id = self.sale = self.contact = None

    def record(self):
        return model('sale.opportunity')(self.id)

    def press(self, button):
        getattr(model('sale.opportunity'), button)([self.record()])

    def change(self, **values):
        model('sale.opportunity').write([self.record()], values)

    def begin(self):
        mails = [one for one in self.party.contact_mechanisms if one.type == 'email']
        self.contact = mails[self.number % len(mails)]
        self.id = one(
            'sale.opportunity', party=self.party.id, address=self.party.addresses[0].id,
            company=self.world['company'].id, employee=self.rep, contact=self.contact.id,
            reference=f'REF-{self.number + 1:05d}', amount=self.guess, payment_term=self.world['term'].id,
            start_date=self.start, end_date=self.due, conversion_probability=0.1,
            description=f'{self.party.name}: {TOPICS[self.number % len(TOPICS)]}',
            lines=nested(*({'product': product.id, 'quantity': float(quantity), 'unit': self.world['unit'].id}
                           for product, quantity in self.goods))).id

    def qualify(self):
        self.press('opportunity')
        self.change(conversion_probability=0.25)

    def write_note(self, text):
        who = self.contact.name.split(' (')[0]
        one('ir.note', resource=f'sale.opportunity,{self.id}', message=text.format(who=who))

    def lose(self, why):
        self.press('lost')
        self.change(lost_reason=why)

    def quote(self, dated=True):
        Sale = model('sale.sale')
        self.press('convert')
        sale = self.record().sales[0]
        Sale.write([sale], {'agent': self.agent, **({'sale_date': Clock.now.date()} if dated else {})})
        Sale.quote([Sale(sale.id)])
        self.sale = sale.id

    def win(self):
        Sale, Invoice = model('sale.sale'), model('account.invoice')
        Sale.write([Sale(self.sale)], {'sale_date': Clock.now.date()})
        Sale.confirm([Sale(self.sale)])
        Sale.process([Sale(self.sale)])
        invoices = list(Sale(self.sale).invoices)
        Invoice.write(invoices, {'invoice_date': Clock.now.date()})
        Invoice.post(Invoice.browse([invoice.id for invoice in invoices]))


def lives(world, team, buyers, products):
    """What is done to every deal and when: (moment, order, user, employee, act). Order of the draws decides everything."""
    acts = []
    reps = team[1:]
    luck = {employee: 0.30 + 0.05 * place for place, (employee, _, _) in enumerate(reps)}
    for number in range(DEALS):
        age = int(SPAN * (number / DEALS)) + chance.randint(0, 3)
        start = TODAY - days(SPAN + 2 - age)
        rep, user, agent = reps[chance.randrange(len(reps))]
        party = buyers[int(len(buyers) * chance.random() ** 1.4)]
        goods, list_price = [], Decimal(0)
        picks = chance.choice([1, 2, 2, 3])
        for place in chance.sample(range(len(products)), picks):
            quantity = chance.choice([1, 2, 3, 5, 8, 12]) * (3 if place == BY_THE_DAY else 1)
            goods.append((products[place], quantity))
            list_price += PRODUCTS[place][1] * quantity
        guess = cents(list_price * Decimal(str(chance.choice([0.8, 0.9, 1, 1, 1.1, 1.25]))))
        cycle = chance.randint(35, 170)
        end = start + days(cycle)
        due = start + days(max(20, int(cycle * chance.choice([0.6, 0.75, 0.9, 1.0, 1.1]))))
        deal = Deal(number, rep, agent, party, goods, guess, start, due, world)

        def on(day, act, *said, **values):
            if day > TODAY - days(1):
                return False
            order = len(acts) + 1
            moment = dt.time(8 + order % 9, order * 7 % 60, order * 13 % 60, 1)
            acts.append((dt.datetime.combine(day, moment), order, user, rep, lambda: act(*said, **values)))
            return True

        on(start, deal.begin)
        fate = chance.random()
        until = min(end, TODAY - days(1))
        qualified = start + days(chance.randint(3, 25))
        if fate > 0.97:
            on(start + days(chance.randint(5, 30)), deal.press, 'cancel')
            continue
        if chance.random() < 0.06 or not on(qualified, deal.qualify):
            continue
        day, likely = qualified, 0.25
        while True:
            day += days(chance.randint(9, 40))
            if day >= until:
                break
            what = chance.random()
            if what < 0.35:
                due = max(due, day) + days(chance.choice([14, 21, 30, 45]))
                on(day, deal.change, end_date=due)
            elif what < 0.55:
                on(day, deal.change, amount=cents(guess * Decimal(str(chance.choice([0.85, 0.95, 1.05, 1.2])))))
            elif what < 0.8:
                likely = min(0.9, round(likely + chance.choice([0.1, 0.15, 0.25, -0.1]), 2))
                on(day, deal.change, conversion_probability=likely)
            if chance.random() < 0.55:
                on(day, deal.write_note, chance.choice(NOTES))
        if end >= TODAY:
            continue
        if fate < luck[rep]:
            on(end - days(2), deal.quote)
            on(end, deal.win)
        elif fate < luck[rep] + 0.07:
            on(end, deal.quote, dated=False)
        else:
            on(end, deal.lose, chance.choice(WHY_LOST))
    return sorted(acts, key=lambda act: act[:2])


def make_database():
    """The tables and what the modules bring along, and the administrator's password: what trytond-admin does."""
    database = sqlite.Database(DATABASE)
    database.connect()
    database.init()
    pool.init(update=MODULES, lang=['en'], activatedeps=True)
    with Transaction().start(DATABASE, 0):
        model('ir.module').update_list()
        Lang, User = model('ir.lang'), model('res.user')
        Lang.write(Lang.search([('code', '=', 'en')]), {'translatable': True})
        configuration = model('ir.configuration')(1)
        configuration.language = 'en'
        configuration.save()
        User.write([User(1)], {'email': 'admin@halden.example', 'password': PASSWORD})


def main():
    make_database()
    model('account.invoice').print_invoice = lambda self, *args: None
    model('ir.date').today = classmethod(lambda cls, timezone=None: Clock.now.date())
    gc.freeze()
    with Transaction().start(DATABASE, 0, context={'active_test': False}) as transaction:
        currency = one('currency.currency', name='US Dollar', code='USD', numeric_code='840', symbol='$', digits=2,
                       rounding=Decimal('0.01'), rates=nested({'date': dt.date(2020, 1, 1), 'rate': Decimal(1)}))
        us = one('party.party', name='Halden Instruments',
                 addresses=nested({'street': '1 Quay Street', 'city': 'Rotterdam'}))
        company = one('company.company', party=us.id, currency=currency.id)
        User = model('res.user')
        User.write([User(1)], {'companies': [('add', [company.id])], 'company': company.id})
        with transaction.set_context(company=company.id, language='en'):
            term, unit, products, commission = open_books(company)
            team = hire(company, currency, commission)
            buyers = find_buyers(term)
            transaction.commit()
            world = {'company': company, 'term': term, 'unit': unit}
            for place, (moment, _, user, employee, act) in enumerate(lives(world, team, buyers, products), 1):
                Clock.now = moment
                with transaction.set_user(user), transaction.set_context(employee=employee, _check_access=False):
                    act()
                if place % 100 == 0:
                    transaction.commit()
                    gc.collect()
            cursor = transaction.connection.cursor()
            cursor.execute('DELETE FROM ir_queue')
            transaction.tasks.clear()
            transaction.commit()
            cursor.execute('SELECT state, COUNT(*), SUM(amount) FROM sale_opportunity GROUP BY state ORDER BY state')
            print(json.dumps({state: [count, amount] for state, count, amount in cursor.fetchall()}))


main()
