const given = `
Aaliyah Aaron Abena Adaeze Aditi Adrian Aiko Alejandra Alexei Amara Amir Ana Andre Anika Anthony Arash Asha Astrid Ayumi Bao Beatriz Benjamin Bianca
Bilal Brandon Camila Carmen Catherine Chidi Chloe Clara Connor Dalia Daniel Darius Deepika Diego Dina Dylan Ebony Eduardo Eleanor Elif Emeka Emily Erik
Esi Esther Ethan Fatima Felix Fernanda Gabriel Genevieve Gita Hamza Hannah Haruto Hassan Helena Hugo Imani Ines Irina Isabel Ivan Jamal Jasmine Javier
Jia Joanna Joaquin Jordan Julia Kai Kaito Karina Katarzyna Keisha Kenji Khadija Kofi Lakshmi Layla Leila Leonardo Lin Linh Logan Lucia Maja Malik Marisol
Maya Mehmet Miriam Mohammed Nadia Naomi Natalia Neha Nikhil Nkechi Noah Olga Oliver Paola Parisa Pedro Quynh Rachel Rahul Rania Ravi Rebecca Renee Rosa
Ryan Sabrina Sadia Sana Santiago Sara Sergei Shira Simone Sofia Stefan Sunita Tariq Tatiana Temitope Thandiwe Thuy Tomoko Uche Usha Valeria Victor Vikram
William Xiomara Yael Yara Yusuf Zainab Zara Zoe`
  .trim()
  .split(/\s+/);

const family = `
Abadi Abbott Acheampong Acosta Agarwal Ahmadi Akande Albright Almeida Amadi Andersson Antoniou Aragon Asante Ashworth Ayala Azizi Bailey Balakrishnan
Barros Becker Bennet Bergstrom Bianchi Boateng Bouchard Bradshaw Calloway Camacho Cardoso Carrington Castro Chaudhry Choi Chowdhury Coleman Contreras
Cordero Dalton Dasgupta Dawson Dlamini Dominguez Drummond Duong Ekwueme Ellison Eriksen Escobar Fairbanks Farouk Feldman Fernandes Ferrara Fontaine Fujimoto
Gallagher Garza Ghosh Gonzalez Goldstein Goodwin Grigoryan Guerrero Gupta Hakim Halvorsen Hargrove Hashimoto Hernandez Hoang Holloway Hosseini Huang Ibarra
Ibrahim Ingram Ishikawa Iyer Jankowski Jimenez Johansson Kamara Kapoor Karimi Kaur Kessler Khoury Kimani Kowalski Kruger Lam Langston Larsen Lefebvre
Liu Lombardi Lozano Macleod Mahmoud Malhotra Mancini Marchand Mbeki Mehta Mendoza Mensah Mercado Mitchell Molina Morales Mwangi Nakamura Navarro Nguyen
Nikolaidis Novak Nwosu Obi Ocampo Odhiambo Olsen Onyango Ortega Owusu Palmer Parekh Park Patterson Pereira Pham Pierce Popescu Quintero Rahimi Ramos
Rasmussen Rivera Rosario Rossi Saito Salazar Sandoval Sato Schneider Sharma Shapiro Singh Solano Sorensen Stavros Sullivan Takahashi Tanaka Tesfaye Tran
Trujillo Usman Valdez Varga Vasquez Velasco Venkatesan Vu Walcott Watanabe Weiss Winslow Yamamoto Yang Yilmaz Zamora Zielinski`
  .trim()
  .split(/\s+/);

/** Given names of fictional people. */
export const givenNames: readonly string[] = given;
/** Family names of fictional people. */
export const familyNames: readonly string[] = family;
