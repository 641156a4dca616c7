package org.danaya.gate;

import java.util.Map;
import org.danaya.page.Open;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Hands out the description of the API. */
@RestController
class ApiPages {

    private final ApiDescription description;

    ApiPages(ApiDescription description) {
        this.description = description;
    }

    @Open
    @GetMapping(
            path = ApiDescription.ROOT + "openapi.json",
            produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> openApi() {
        return description.document();
    }
}
