package dev.shopbell.nlu.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How other products write a bot down. */
public enum Format {
    /** Rasa's training data 3.1 and domain. Source: legacy-docs-oss.rasa.com/docs/rasa/training-data-format. */
    RASA {
        @Override
        Importer importer() {
            return new RasaImporter();
        }

        @Override
        Exporter exporter() {
            return new RasaExporter();
        }
    },
    /** The content designer's export of QnABot on AWS. Source: docs.aws.amazon.com/solutions/latest/qnabot-on-aws. */
    QNABOT {
        @Override
        Importer importer() {
            return new QnaBotImporter();
        }

        @Override
        Exporter exporter() {
            return new QnaBotExporter();
        }
    },
    /** An agent of Dialogflow ES. Source: cloud.google.com/dialogflow/es/docs/agents-settings, "Export and import". */
    DIALOGFLOW {
        @Override
        Importer importer() {
            return new DialogflowImporter();
        }

        @Override
        Exporter exporter() {
            return new DialogflowExporter();
        }
    },
    /** Amazon Lex V2, and V1 when read. Source: docs.aws.amazon.com/lexv2/latest/dg/import-export-format.html. */
    LEX {
        @Override
        Importer importer() {
            return new LexImporter();
        }

        @Override
        Exporter exporter() {
            return new LexExporter();
        }
    },
    /** A table: text, intent, and if wanted answer and locale. Source: RFC 4180. */
    CSV {
        @Override
        Importer importer() {
            return new TableImporter();
        }

        @Override
        Exporter exporter() {
            return new TableExporter();
        }
    };

    abstract Importer importer();

    abstract Exporter exporter();

    /** As typed: {@code rasa}, {@code lex}, … */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format of that name; {@code tsv} is a table too. */
    public static Optional<Format> named(String key) {
        var wanted = key.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.key().equals(wanted.equals("tsv") ? "csv" : wanted))
                .findFirst();
    }

    /** All names, for people. */
    public static String names() {
        return List.of(values()).stream().map(Format::key).collect(Collectors.joining(", "));
    }
}
