/** Specialties an applicant can name, by the stable key that records carry. Which tier each has is policy, not vocabulary. */
export const specialties = {
  dermatology: { name: 'Dermatology', abbreviations: ['DERM', 'Derm'] },
  'orthopaedic-surgery': { name: 'Orthopaedic Surgery', abbreviations: ['ORTHO', 'Ortho', 'Orthopedic Surgery'] },
  'plastic-surgery': { name: 'Plastic Surgery (Integrated)', abbreviations: ['PLASTICS', 'PRS', 'Plastic Surgery'] },
  otolaryngology: { name: 'Otolaryngology', abbreviations: ['ENT', 'OHNS', 'Otolaryngology-Head and Neck Surgery'] },
  'neurological-surgery': { name: 'Neurological Surgery', abbreviations: ['NSGY', 'Neurosurgery'] },
  'interventional-radiology': { name: 'Interventional Radiology (Integrated)', abbreviations: ['IR', 'Integrated IR'] },
  urology: { name: 'Urology', abbreviations: ['URO'] },
  ophthalmology: { name: 'Ophthalmology', abbreviations: ['OPHTHO'] },
  'emergency-medicine': { name: 'Emergency Medicine', abbreviations: ['EM'] },
  anesthesiology: { name: 'Anesthesiology', abbreviations: ['ANES', 'Anesthesia'] },
  'diagnostic-radiology': { name: 'Diagnostic Radiology', abbreviations: ['RADS', 'DR', 'Diagnostic Radiology'] },
  'internal-medicine': { name: 'Internal Medicine', abbreviations: ['IM'] },
  'general-surgery': { name: 'General Surgery', abbreviations: ['GS', 'SURGERY', 'General Surgery'] },
  'obstetrics-and-gynecology': { name: 'Obstetrics and Gynecology', abbreviations: ['OB/GYN', 'OBGYN'] },
  pediatrics: { name: 'Pediatrics', abbreviations: ['PEDS'] },
  psychiatry: { name: 'Psychiatry', abbreviations: ['PSYCH'] },
  'family-medicine': { name: 'Family Medicine', abbreviations: ['FM', 'FamMed'] },
  neurology: { name: 'Neurology', abbreviations: ['NEURO'] },
  pathology: { name: 'Pathology', abbreviations: ['PATH', 'Pathology-Anatomic and Clinical'] },
  'physical-medicine-and-rehabilitation': { name: 'Physical Medicine and Rehabilitation', abbreviations: ['PM&R', 'PMR'] },
  'internal-medicine-pediatrics': { name: 'Internal Medicine/Pediatrics', abbreviations: ['MED-PEDS'] },
  'child-neurology': { name: 'Child Neurology', abbreviations: ['CHILD NEURO'] },
  'radiation-oncology': { name: 'Radiation Oncology', abbreviations: ['RAD ONC'] },
  'thoracic-surgery': { name: 'Thoracic Surgery (Integrated)', abbreviations: ['CT', 'Integrated CT Surgery'] },
  'vascular-surgery': { name: 'Vascular Surgery (Integrated)', abbreviations: ['VASC', 'Integrated Vascular'] },
  'preventive-medicine': { name: 'Preventive Medicine', abbreviations: ['PREV MED', 'Public Health and General Preventive Medicine'] },
  'occupational-and-environmental-medicine': { name: 'Occupational & Environmental Medicine', abbreviations: ['OEM'] },
  'osteopathic-neuromusculoskeletal-medicine': { name: 'Osteopathic Neuromusculoskeletal Medicine', abbreviations: ['ONMM'] },
  'transitional-year': { name: 'Transitional Year', abbreviations: ['TY'] },
} as const;

export type SpecialtyKey = keyof typeof specialties;

/** All specialty keys, in the order of the register. */
export const specialtyKeys = Object.keys(specialties) as [SpecialtyKey, ...SpecialtyKey[]];

/** The printed name of a specialty. */
export const specialtyName = (key: SpecialtyKey): string => specialties[key].name;
