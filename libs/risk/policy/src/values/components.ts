import { proposed } from '../entry.js';
import { count, experienceKindList } from '../kinds.js';

/** From where on a part of a file is strong; the articles name the ratings and leave the lines open. */
export const componentValues = {
  'component.clinical.strong-honors': proposed('Honors from which clinical grades are strong', count('clerkships', 20), 2, '001#low-step2'),
  'component.letters.strong': proposed('Strong letters from which the letters are strong', count('letters', 10), 2, '001#low-step2'),
  'component.research.some': proposed(
    'Works submitted or published from which there is some research',
    count('works', 50),
    1,
    '003#step-0',
  ),
  'component.research.strong': proposed('Works submitted or published from which research is strong', count('works', 50), 3, '003#step-0'),
  'component.service.strong': proposed(
    'Activities of service from which it is strong',
    count('activities', 50),
    2,
    '001#low-step2',
    '002#service',
  ),
  'component.service.kinds': proposed(
    'Experiences that count as service',
    experienceKindList,
    ['volunteering', 'teaching'],
    '001#low-step2',
    '002#service',
  ),
};
