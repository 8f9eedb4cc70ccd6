import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DebtFlowReport } from '@opmodel/backstage-plugin-opmodel-common';
import {
  useFactStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { techDebtTotalsTranslationRef } from '../../translations/totals';
import { MovedTrend } from './MovedTrend';
import { countMoved } from './movedItems';

/** Whether debt grows or shrinks, as a sentence above the charts that say when. */
export function MovedAnswer(props: { flow: DebtFlowReport }) {
  const { flow } = props;
  const { t } = useTranslationRef(techDebtTotalsTranslationRef);
  const formats = useFormats();
  const facts = useFactStyles();
  const moved = countMoved(flow);
  const opened = moved.opened + moved.reopened;
  const closed = moved.resolved + moved.givenUp;
  const hasMoved = moved.movedIn + moved.movedOut > 0;
  const { from, to } = flow.window;
  return (
    <p className={facts.text}>
      <MovedTrend moved={moved} />{' '}
      {t(hasMoved ? 'movedAnswerBetween' : 'movedAnswer', {
        movedIn: formats.count(moved.movedIn),
        movedOut: formats.count(moved.movedOut),
        opened: formats.count(opened),
        closed: formats.count(closed),
        days: formats.dayRange(from, to),
        opening: formats.count(moved.opening),
        closing: formats.count(moved.closing),
      })}
    </p>
  );
}
