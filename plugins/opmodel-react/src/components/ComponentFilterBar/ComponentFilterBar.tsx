import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormHelperText from '@material-ui/core/FormHelperText';
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import {
  useCatalogFacets,
  type ComponentChoices,
} from '../../catalog/useCatalogFacets';
import { opmodelTranslationRef } from '../../translation';
import { FacetPicker } from './FacetPicker';
import {
  countComponentFilters,
  emptyComponentFilter,
  type ComponentFilter,
} from './componentFilter';
import { TextFilter } from './TextFilter';

const useStyles = makeStyles(theme => ({
  bar: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(132px, 1fr))',
    alignItems: 'center',
    gap: theme.spacing(1.5),
    '@media print': { display: 'none' },
  },
  wide: { gridColumn: 'span 2' },
  nested: {
    margin: 0,
    gridColumn: 'span 2',
    '& .MuiFormControlLabel-label': { fontSize: 14 },
  },
  clear: { justifySelf: 'start', textTransform: 'none' },
  failed: { gridColumn: '1 / -1', margin: 0 },
}));

const components = ['component'];

const noChoices: ComponentChoices = {
  owner: [],
  system: [],
  domain: [],
  type: [],
  tier: [],
  lifecycle: [],
};

/** Props of {@link ComponentFilterBar}. */
export interface ComponentFilterBarProps {
  filter: ComponentFilter;
  onChange: (change: Partial<ComponentFilter>, typing?: boolean) => void;
  /** What the page lists, in lower case: the choices are values of these. Default: components. */
  kinds?: readonly string[];
  /** The filters that the page knows. Default: all. */
  fields?: ReadonlyArray<Exclude<keyof ComponentFilter, 'descendants'>>;
  /** Further filters of the page. */
  children?: ReactNode;
  /** How many of the further filters are set. */
  furtherFilters?: number;
  /** Takes all filters away, the further ones too. Default: those of this bar. */
  onClear?: () => void;
}

/** What the page selects. Nothing is sent: each change shows at once. */
export function ComponentFilterBar(props: ComponentFilterBarProps) {
  const { filter, onChange, fields, children, furtherFilters = 0 } = props;
  const offers = (field: NonNullable<typeof fields>[number]) =>
    fields === undefined || fields.includes(field);
  const { kinds = components } = props;
  const { onClear = () => onChange(emptyComponentFilter) } = props;
  const { t } = useTranslationRef(opmodelTranslationRef);
  const classes = useStyles();
  const facets = useCatalogFacets(kinds);
  const choices = facets.data ?? noChoices;
  const pick = (
    key: 'system' | 'domain' | 'type' | 'tier' | 'lifecycle',
    label: string,
    entities = false,
  ) =>
    offers(key) && (
      <FacetPicker
        label={label}
        placeholder={t('filter.any')}
        choices={choices[key]}
        chosen={filter[key] === undefined ? [] : [filter[key]]}
        onChange={([value]) => onChange({ [key]: value })}
        entities={entities}
        loading={facets.phase === 'loading'}
      />
    );

  return (
    <div role="group" aria-label={t('filter.label')} className={classes.bar}>
      {offers('text') && (
        <TextFilter
          className={classes.wide}
          label={t('filter.text')}
          clearLabel={t('filter.clear')}
          value={filter.text ?? ''}
          onChange={text => onChange({ text: text || undefined }, true)}
        />
      )}
      {offers('owner') && (
        <FacetPicker
          className={classes.wide}
          multiple
          entities
          label={t('filter.owner')}
          placeholder={t('filter.any')}
          choices={choices.owner}
          chosen={filter.owner}
          onChange={owner => onChange({ owner })}
          loading={facets.phase === 'loading'}
        />
      )}
      {filter.owner.length > 0 && (
        <FormControlLabel
          className={classes.nested}
          label={t('filter.descendants')}
          control={
            <Checkbox
              size="small"
              color="primary"
              checked={filter.descendants}
              onChange={(_, descendants) => onChange({ descendants })}
            />
          }
        />
      )}
      {pick('system', t('filter.system'), true)}
      {pick('domain', t('filter.domain'), true)}
      {pick('type', t('filter.type'))}
      {pick('tier', t('filter.tier'))}
      {pick('lifecycle', t('filter.lifecycle'))}
      {children}
      {countComponentFilters(filter) + furtherFilters > 0 && (
        <Button size="small" className={classes.clear} onClick={onClear}>
          {t('filter.clear')}
        </Button>
      )}
      {facets.error && (
        <FormHelperText error className={classes.failed} role="alert">
          {t('filter.choicesFailed', { message: facets.error.message })}
        </FormHelperText>
      )}
    </div>
  );
}
