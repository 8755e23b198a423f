import { posterContract } from '../../contracts/poster.ts';
import { openSlackPosterDriver } from './poster-driver.ts';

posterContract('Slack', openSlackPosterDriver);
