export { DoraTiles } from './DoraTiles';
export { MetricBadges } from './MetricBadges';
