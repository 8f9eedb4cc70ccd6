import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Acceptance } from '@opmodel/backstage-plugin-opmodel-common';
import {
  StateChip,
  useFactStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { acceptancesRouteRef } from '../../routes';
import { sloTranslationRef } from '../../translation';

/** What was asked for waits for somebody to accept it. */
export function AskedNotice(props: { acceptance: Acceptance | undefined }) {
  const { acceptance } = props;
  const { t } = useTranslationRef(sloTranslationRef);
  const facts = useFactStyles();
  const inbox = useRouteRef(acceptancesRouteRef)?.();
  return (
    <div role="status">
      {acceptance && (
        <p className={facts.text}>
          <StateChip state="attention" label={t('asked')} />{' '}
          {inbox && (
            <Link to={`${inbox}?box=all&id=${acceptance.id}`}>
              {t('askedLink')}
            </Link>
          )}
        </p>
      )}
    </div>
  );
}
