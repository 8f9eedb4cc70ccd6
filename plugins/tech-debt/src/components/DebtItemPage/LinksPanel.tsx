import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { PricedDebtItem } from '@opmodel/backstage-plugin-opmodel-common';
import {
  NoteChip,
  Panel,
  useFactStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { techDebtItemTranslationRef } from '../../translations/item';
import { useDebtWords } from '../../words/useDebtWords';
import { useLinkEvidence } from './useLinkEvidence';

/** What the item is linked to, each by its kind, with what is measured of it now. */
export function LinksPanel(props: {
  item: Pick<PricedDebtItem, 'links' | 'evidence' | 'entities'>;
}) {
  const { links } = props.item;
  const { t } = useTranslationRef(techDebtItemTranslationRef);
  const words = useDebtWords();
  const facts = useFactStyles();
  const evidenceOf = useLinkEvidence(props.item);
  const isMeasured = links.some(link => evidenceOf(link).length > 0);
  return (
    <Panel title={t('links.title')}>
      {links.length === 0 ? (
        <p className={facts.quiet}>{t('links.none')}</p>
      ) : (
        <>
          <ul className={facts.list}>
            {links.map(link => (
              <li key={`${link.type} ${link.ref}`} className={facts.line}>
                <NoteChip>{words.link[link.type]}</NoteChip>
                <Target link={link} />
                {link.state === 'unresolved' && (
                  <span>({t('links.unresolved')})</span>
                )}
                {evidenceOf(link).map(text => (
                  <span key={text}>{text}</span>
                ))}
              </li>
            ))}
          </ul>
          {isMeasured && <p className={facts.quiet}>{t('links.apart')}</p>}
        </>
      )}
    </Panel>
  );
}

/** Where the link leads: a page of the portal, or an address of the web and nothing else. */
function Target(props: { link: PricedDebtItem['links'][number] }) {
  const { ref, title, path } = props.link;
  const target = path ?? (/^https?:\/\//i.test(ref) ? ref : undefined);
  return target === undefined ? (
    <span>{title ?? ref}</span>
  ) : (
    <Link to={target}>{title ?? ref}</Link>
  );
}
