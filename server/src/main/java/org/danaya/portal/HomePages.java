package org.danaya.portal;

import java.util.Comparator;
import org.danaya.page.Answer;
import org.danaya.page.Offer;
import org.danaya.page.Open;
import org.danaya.page.Page;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The public's first page. */
@Controller
class HomePages {

    private final ObjectProvider<Offer> offers;

    HomePages(ObjectProvider<Offer> offers) {
        this.offers = offers;
    }

    @Open
    @GetMapping("/")
    Answer home() {
        return Page.of(
                "portal/home",
                new HomeView(
                        offers.stream().sorted(Comparator.comparingInt(Offer::place)).toList()));
    }
}
