package article

import "testing"

func TestLanguage(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The council voted on Monday to keep the bridge open.", "en"},
		{"He said no.", ""},
		{"Mayor Ilse Horn, Envoy Pavel Lind, Jonas Weil, Marta Kelm, Ivo Brand, Karin Dahl", ""},
		{"Le conseil municipal a décidé lundi de garder le pont ouvert jusqu'au printemps, malgré les avis des experts. « Il n'y a aucun danger », a déclaré le maire devant les habitants réunis dans la grande salle de la mairie, avant de quitter la séance sans répondre aux questions.", "fr"},
		{"Der Gemeinderat hat am Montag beschlossen, die alte Brücke bis zum Frühjahr offen zu halten. Der Bürgermeister sagte, es gebe keine Gefahr für die Bürger der Stadt, und verließ danach die Sitzung, ohne auf weitere Fragen der Journalisten zu antworten.", "de"},
		{"Городской совет решил в понедельник не закрывать мост до весны, сообщил мэр.", "ru"},
	} {
		if got := languageOf(c.text); got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}
