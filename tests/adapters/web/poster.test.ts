import { posterContract } from '../../contracts/poster.ts';
import { openInboxDriver } from './poster-driver.ts';

posterContract('the inbox of the page', openInboxDriver);
