package dev.shopbell.nlu.entity;

import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.Map;

/** Names of days and months in English, Spanish, French, German, Portuguese and Italian, without accents. */
final class Calendar {
    static final Map<String, DayOfWeek> DAYS = days();
    static final Map<String, Integer> MONTHS = months();

    private Calendar() {}

    static String alternatives(Map<String, ?> names) {
        return String.join(
                "|",
                names.keySet().stream()
                        .sorted((a, b) -> a.length() == b.length() ? a.compareTo(b) : b.length() - a.length())
                        .toList());
    }

    private static Map<String, DayOfWeek> days() {
        var days = new HashMap<String, DayOfWeek>();
        var names = """
                monday mon lunes lundi montag segunda-feira lunedi
                tuesday tue martes mardi dienstag terca-feira martedi
                wednesday wed miercoles mercredi mittwoch quarta-feira mercoledi
                thursday thu jueves jeudi donnerstag quinta-feira giovedi
                friday fri viernes vendredi freitag sexta-feira venerdi
                saturday sabado samedi samstag sabado sabato
                sunday domingo dimanche sonntag domingo domenica""".lines().toList();
        for (var day : DayOfWeek.values()) {
            for (var name : names.get(day.getValue() - 1).split(" ", -1)) {
                days.put(name, day);
            }
        }
        return Map.copyOf(days);
    }

    private static Map<String, Integer> months() {
        var months = new HashMap<String, Integer>();
        var names = """
                january jan enero janvier januar janeiro gennaio ene
                february feb febrero fevrier februar fevereiro febbraio
                march mar marzo mars marz marco
                april apr abril avril aprile abr
                may mayo mai maio maggio
                june jun junio juin juni junho giugno
                july jul julio juillet juli julho luglio
                august aug agosto aout ago
                september sep sept septiembre septembre setembro settembre setiembre
                october oct octubre octobre oktober outubro ottobre okt
                november nov noviembre novembre novembro
                december dec diciembre decembre dezember dezembro dicembre dic dez""".lines().toList();
        for (var month = 1; month <= names.size(); month++) {
            for (var name : names.get(month - 1).split(" ", -1)) {
                months.put(name, month);
            }
        }
        return Map.copyOf(months);
    }
}
