import type { Quote } from '../../../../src/core/model/quote';
import { civilDate } from '../../../../src/core/value/civil-date';
import { missing } from '../../../../src/core/value/known';
import { moneyOf } from '../../../../src/core/value/money';
import { known } from '../evidence/a-deal';

/** An offer of 50,000 that is with the buyer until the end of June 2026 and that no amount follows, unless told otherwise. */
export function quote(but: Partial<Quote> = {}): Quote {
  return {
    id: '0Q0A',
    name: 'Q-1',
    number: known('00000001'),
    status: known('Presented'),
    standing: known('offered'),
    amount: known(moneyOf(50_000, 'USD')),
    discount: missing('not-recorded'),
    createdOn: known(civilDate('2026-06-01')),
    acceptedOn: missing('not-recorded'),
    expires: known(civilDate('2026-06-30')),
    primary: false,
    ...but,
  };
}
