import { itGoesUpTheLadder } from '../test/ladder-stories';
import { told } from '../test/version-3';

itGoesUpTheLadder(told);
