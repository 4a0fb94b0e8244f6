package dev.shopbell.browser;

import java.util.List;

/**
 * Requests as the platforms document them, for a page that draws them. Sources: developers.facebook.com, Messenger platform,
 * "Send API" and "Templates"; WhatsApp Cloud API, "Messages".
 */
final class WireSamples {

    private static final List<String> MESSENGER = List.of(
            """
            {"message":{"attachment":{"type":"template","payload":{"template_type":"generic","elements":[
              {"title":"Carrot cake","subtitle":"For eight","buttons":[{"type":"postback","title":"Prices","payload":"intent:prices"},
                {"type":"web_url","title":"Order","url":"https://shop.example/cake"}]},
              {"title":"Lemon cake","buttons":[{"type":"web_url","title":"Evil","url":"javascript:alert(1)"}]}]}}}}""",
            """
            {"message":{"attachment":{"type":"template","payload":{"template_type":"button","text":"Which?",
              "buttons":[{"type":"postback","title":"This","payload":"a"},{"type":"phone_number","title":"Call","payload":"+15550100"}]}}}}""",
            "{\"message\":{\"attachment\":{\"type\":\"file\",\"payload\":{\"url\":\"https://shop.example/menu.pdf\"}}}}",
            """
            {"message":{"template":{"name":"order_ready","language":{"code":"en"},
              "components":[{"type":"body","parameters":[{"type":"text","text":"1042"}]}]}}}""",
            """
            {"message":{"text":"What else?","quick_replies":[{"content_type":"text","title":"Hours","payload":"intent:opening_hours"}]}}""");

    private static final List<String> WHATSAPP = List.of(
            """
            {"type":"interactive","interactive":{"type":"button","body":{"text":"Which?"},"footer":{"text":"Any time"},
              "action":{"buttons":[{"type":"reply","reply":{"id":"a","title":"This"}},{"type":"reply","reply":{"id":"b","title":"That"}}]}}}""",
            """
            {"type":"interactive","interactive":{"type":"list","header":{"type":"text","text":"More"},"body":{"text":"What else?"},
              "action":{"button":"Choose","sections":[{"title":"Shop","rows":[
                {"id":"intent:opening_hours","title":"Opening hours","description":"Every day"},{"id":"intent:prices","title":"Prices"}]}]}}}""",
            """
            {"type":"interactive","interactive":{"type":"cta_url","body":{"text":"Order here"},
              "action":{"name":"cta_url","parameters":{"display_text":"Order","url":"https://shop.example/order"}}}}""",
            """
            {"type":"template","template":{"name":"order_ready","language":{"code":"en"},
              "components":[{"type":"body","parameters":[{"type":"text","text":"1042"}]}]}}""",
            """
            {"type":"location","location":{"latitude":40.4,"longitude":-3.7,"name":"Bluebell","address":"Calle del Horno 12"}}""",
            "{\"type\":\"document\",\"document\":{\"link\":\"https://shop.example/menu.pdf\",\"filename\":\"Menu.pdf\",\"caption\":\"The menu\"}}",
            """
            {"type":"interactive","interactive":{"type":"flow","body":{"text":"A form"},
              "action":{"name":"flow","parameters":{"flow_id":"7","flow_cta":"Fill in"}}}}""",
            "{\"type\":\"image\",\"image\":{\"link\":\"javascript:alert(1)\",\"caption\":\"A cake\"}}");

    /** What a template reads is registered with the platform, and so the platform's to tell. */
    private static final String TEMPLATE = """
            "shown":{"title":"Your order","body":"Order 1042 is ready.","buttons":[{"kind":"reply","title":"Thanks","value":"thanks"},
              {"kind":"url","title":"Evil","value":"javascript:alert(1)"},{"kind":"code","title":"Copy code","value":"CAKE10"},
              {"kind":"call","title":"Call us","value":"+15550100"},{"kind":"flow","title":"Rate us","value":"t"}]},""";

    private WireSamples() {}

    private static List<String> requests(String channel) {
        return channel.equals("messenger") ? MESSENGER : WHATSAPP;
    }

    static int count(String channel) {
        return requests(channel).size();
    }

    /** The outbox's answer with all of them, to {@code PERSON}. */
    static String of(String channel) {
        var messages = new StringBuilder();
        var sequence = 0;
        for (var request : requests(channel)) {
            sequence++;
            messages.append(sequence == 1 ? "" : ",")
                    .append("{\"sequence\":")
                    .append(sequence)
                    .append(",\"channel\":\"")
                    .append(channel)
                    .append("\",\"to\":\"PERSON\",\"at\":\"2026-11-22T12:00:0")
                    .append(sequence)
                    .append("Z\",\"statuses\":[],")
                    .append(request.contains("\"template\":{\"name\"") ? TEMPLATE : "")
                    .append("\"request\":")
                    .append(request)
                    .append('}');
        }
        return "{\"last\":" + sequence + ",\"messages\":[" + messages + "]}";
    }
}
